using System.Linq;
using ContextureDsl.Compiler.Model;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Names and expressions that several writers emit.</summary>
public static class Code
{
    /// <summary>On every emitted member of a user's type; on the type itself it would collide with other generators.</summary>
    public static string Generated { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"ContextureDsl.Generators\", {CSharpLiteral.Of(typeof(Code).Assembly.GetName().Version!.ToString(3))})]";

    /// <summary>A shape as an expression: a literal, or a concatenation where type parameters occur in it.</summary>
    public static string Shape(string shape)
    {
        var pieces = shape.Split(TypeModel.TypeParameterMark);
        return string.Join(" + ", Enumerable.Range(0, pieces.Length)
            .Where(i => i % 2 == 1 || pieces[i].Length > 0 || pieces.Length == 1)
            .Select(i => i % 2 == 0 ? CSharpLiteral.Of(pieces[i]) : $"global::ContextureDsl.Tree.TypeText.Of<{pieces[i]}>()"));
    }

    /// <summary>A type for a comment: nobody needs to read global:: there.</summary>
    public static string Plain(string type) => CSharpLiteral.Comment(type.Replace("global::", ""));
}

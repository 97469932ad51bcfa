namespace ContextureDsl.Compiler.Model;

/// <summary>How a declaration is written.</summary>
public enum DeclarationForm
{
    /// <summary>A class with Define.</summary>
    Class,

    /// <summary>A record with attributes on its properties: the generator writes the class.</summary>
    Record,
}

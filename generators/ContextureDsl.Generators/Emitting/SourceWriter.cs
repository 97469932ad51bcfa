using System;
using System.Text;

namespace ContextureDsl.Generators.Emitting;

/// <summary>Writes indented C# with line feeds only, whatever the platform and the line ends of the generator's own source.</summary>
public sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Ends the current line and leaves one empty; the first member of a block needs none.</summary>
    public SourceWriter Blank()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>One or more lines at the current depth. Empty lines stay empty.</summary>
    public SourceWriter Write(string lines)
    {
        foreach (var line in lines.Replace("\r\n", "\n").Split('\n'))
        {
            if (line.Length > 0) text.Append(' ', 4 * depth).Append(line);
            text.Append('\n');
        }
        return this;
    }

    /// <summary>A head, such as <c>partial class Purchase</c>, and a brace that is closed when the result is disposed.</summary>
    public IDisposable Block(string head)
    {
        Write(head);
        return Block();
    }

    /// <summary>A brace that is closed when the result is disposed.</summary>
    public IDisposable Block()
    {
        Write("{");
        depth++;
        return new Scope(this);
    }

    /// <summary>Lines that belong to the one before: a wrapped expression or the statement of a loop.</summary>
    public SourceWriter Deeper(string lines)
    {
        depth++;
        Write(lines);
        depth--;
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private sealed class Scope(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Write("}");
        }
    }
}

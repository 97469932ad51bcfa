using System.Text;

namespace ContextureDsl.DuckDb;

/// <summary>
/// Splits delimited text into records the way the engine does, and knows on which physical line each one starts: the engine counts records, people count
/// lines, and a quoted field may hold line ends. Used for the header and to find the line of a row that is wrong, not for the data.
/// </summary>
/// <remarks>Fields are quoted if their first character is the quote (RFC 4180); a doubled quote inside stands for one. Line ends are \n, \r\n or \r.</remarks>
internal sealed class DelimitedReader : IDisposable
{
    private const int BufferCharacters = 1 << 16;

    private readonly StreamReader reader;
    private readonly char delimiter;
    private readonly char? quote;
    private readonly char[] buffer = new char[BufferCharacters];
    private int length;
    private int position;
    private int nextLine = 1;

    public DelimitedReader(Stream stream, char delimiter, char? quote)
    {
        reader = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: true, BufferCharacters);
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /// <summary>The physical line, from 1, on which the record read last starts.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the record read last is a line with nothing on it.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>Reads the next record; false at the end of the text.</summary>
    /// <param name="fields">Gets the fields; null where only the place matters.</param>
    public bool Next(List<string>? fields = null)
    {
        if (Peek() < 0) return false;
        Line = nextLine;
        IsBlank = Peek() is '\n' or '\r';
        var field = fields is null ? null : new StringBuilder();
        while (true)
        {
            var end = Field(field);
            fields?.Add(field!.ToString());
            field?.Clear();
            if (end != delimiter) return true;
        }
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Consumes a field and what ends it, which is returned: the delimiter, a line end, or −1.</summary>
    private int Field(StringBuilder? text)
    {
        if (quote is { } mark && Peek() == mark)
        {
            Take();
            Quoted(mark, text);
        }
        while (true)
        {
            var next = Take();
            if (next < 0 || next == delimiter) return next;
            if (EndsLine(next)) return '\n';
            text?.Append((char)next);
        }
    }

    private void Quoted(char mark, StringBuilder? text)
    {
        while (true)
        {
            var next = Take();
            if (next < 0) return;
            if (next == mark)
            {
                if (Peek() != mark) return;
                Take();
            }
            var ended = EndsLine(next);
            text?.Append(ended ? '\n' : (char)next);
        }
    }

    /// <summary>Whether the character ends a line; counts it, and takes the \n of \r\n along.</summary>
    private bool EndsLine(int character)
    {
        if (character is not ('\n' or '\r')) return false;
        if (character == '\r' && Peek() == '\n') Take();
        nextLine++;
        return true;
    }

    private int Peek()
    {
        if (position == length)
        {
            length = reader.Read(buffer);
            position = 0;
        }
        return length == 0 ? -1 : buffer[position];
    }

    private int Take()
    {
        var next = Peek();
        if (next >= 0) position++;
        return next;
    }
}

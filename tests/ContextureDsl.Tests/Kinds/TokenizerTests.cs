using System.Text;
using Microsoft.ML.Tokenizers;

namespace ContextureDsl.Tests.Kinds;

/// <summary>Any tokeniser fits into the lambda of a sequence: here word pieces of Microsoft.ML.Tokenizers, as numbers.</summary>
public class TokenizerTests
{
    [Fact]
    public void Word_pieces_are_tokens()
    {
        string[] pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "film", "##s", "not", "good", "bad", "a"];
        using var vocabulary = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', pieces)));
        Tokenizer tokenizer = BertTokenizer.Create(vocabulary);
        string[] texts = ["not a good film", "good films", "a bad film", "not bad"];

        var learned = Contexture.Learn(texts, rows => rows.Input(text => text).Sequence(text => tokenizer.EncodeToIds(text)).Masked(0.6, 2), options: Exactly.Options);

        var seen = learned.Variables.Known.SelectMany(pattern => pattern.Tokens.ToArray()).Select(id => pieces[id]).ToHashSet();
        Assert.Superset(new HashSet<string> { "film", "##s", "not", "good", "bad", "a" }, seen);
        Assert.Equal(4, learned.Encoder.Count);
    }
}

using System.Runtime.CompilerServices;
using ContextureDsl.Tree;

namespace ContextureDsl;

// Labels, channels and buckets.
public sealed partial class Inputs<TEvent, TInput>
{
    /// <summary>
    /// A class label: supervised contexture. With K classes there are at most K − 1 functions, s = 1 each, which say the class and nothing else: k_X(x, x′) = 1/P(y) inside class y, 0 between classes.
    /// </summary>
    /// <param name="label">The class: an enum, a text, a number.</param>
    /// <param name="smoothing">
    /// The probability that a wrong label is shown, spread evenly over the other K − 1 classes that were seen. K equal classes have s = |1 − eK/(K−1)|: the label is independent of
    /// the input at e = (K−1)/K (one half for two classes), and beyond that shows mostly what the class is not.
    /// </param>
    /// <param name="labelText">The text of the lambda, filled in by the compiler.</param>
    /// <remarks>O(rows) time; N·K pairs with smoothing, one a row without. One class only, and a rank above K − 1, are refused when learning.</remarks>
    /// <exception cref="DeclarationException">The smoothing is no probability, or a row has several inputs.</exception>
    public WeighableContext<TEvent, TInput, TLabel> Label<TLabel>(
        Func<TEvent, TLabel> label, [InRange(0, 1)] double smoothing = 0, [CallerArgumentExpression(nameof(label))] string labelText = "")
        where TLabel : notnull => Kind<TLabel, TLabel>(
            nameof(Label), label, labelText, smoothing == 0 ? [] : [(nameof(smoothing), smoothing)], new LabelKind<TInput, TLabel>(smoothing, null));

    /// <summary>A class label that is mistaken for another one as a K × K channel says: s are the singular values of the channel with the classes' frequencies as P_X, constant excluded.</summary>
    /// <param name="label">The true class.</param>
    /// <param name="through">From true to shown label; a label that it does not have is an error that names the event.</param>
    /// <param name="labelText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">A row has several inputs.</exception>
    public WeighableContext<TEvent, TInput, TLabel> Label<TLabel>(
        Func<TEvent, TLabel> label, LabelChannel<TLabel> through, [CallerArgumentExpression(nameof(label))] string labelText = "")
        where TLabel : notnull
    {
        ArgumentNullException.ThrowIfNull(through);
        return Kind<TLabel, TLabel>(nameof(Label), label, labelText, [(nameof(through), through)], new LabelKind<TInput, TLabel>(0, through));
    }

    /// <summary>
    /// Labels with probabilities: soft labels, pseudo labels, clusters, a teacher's class probabilities. P(a|x) is the mean of the laws of the rows of x, weighted by the rows.
    /// </summary>
    /// <param name="labels">Each label with its probability: finite, not negative, summing to one within 1e-6. Checked for every row; the first that offends is named.</param>
    /// <param name="labelsText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">A row has several inputs.</exception>
    public WeighableContext<TEvent, TInput, TLabel> LabelMany<TLabel>(
        Func<TEvent, IEnumerable<(TLabel Label, double Probability)>> labels, [CallerArgumentExpression(nameof(labels))] string labelsText = "")
        where TLabel : notnull => Kind<TLabel, IEnumerable<(TLabel Label, double Probability)>>(nameof(LabelMany), labels, labelsText, [], new SoftLabelKind<TInput, TLabel>());

    /// <summary>A number, coarsened to an interval so that it is seen again.</summary>
    /// <param name="context">The number. NaN is an error that names the event; so is an infinite one where edges are learnt.</param>
    /// <param name="buckets">Where the intervals end: <see cref="Buckets.Quantile"/>, <see cref="Buckets.EqualWidth"/> (both learnt from the rows) or <see cref="Buckets.At"/>.</param>
    /// <param name="contextText">The text of the lambda, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">A row has several inputs.</exception>
    public WeighableContext<TEvent, TInput, Bucket> Context(
        Func<TEvent, double> context, Buckets buckets, [CallerArgumentExpression(nameof(context))] string contextText = "")
    {
        ArgumentNullException.ThrowIfNull(buckets);
        return Kind<Bucket, double>(nameof(Context), context, contextText, [(nameof(buckets), buckets)], new BucketKind<TInput>(buckets));
    }

    /// <summary>
    /// A stochastic channel given exactly: P(·|x) as values with probabilities, for instance <c>Channel(word => Law.Uniform(...))</c> or a method that yields pairs. P_X is how often x occurs in the rows.
    /// </summary>
    /// <param name="law">Finite, not negative, summing to one within 1e-6; asked once for each distinct input. The first input that offends is named.</param>
    /// <param name="lawText">The text of the lambda, filled in by the compiler.</param>
    /// <remarks>A minimum count holds for the inputs, which are counted; the values are not. At most about 48 bytes for each pair with a positive probability.</remarks>
    /// <exception cref="DeclarationException">A row has several inputs.</exception>
    public WeighableContext<TEvent, TInput, TVariable> Channel<TVariable>(
        Func<TInput, IEnumerable<(TVariable Value, double Probability)>> law, [CallerArgumentExpression(nameof(law))] string lawText = "")
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(law);
        return Kind<TVariable>(nameof(Channel), [(nameof(law), KindStep.Code(lawText))], new ChannelKind<TInput, TVariable>(law));
    }

    /// <summary>The same as an object, for channels with state or dependencies.</summary>
    /// <param name="channel">Gives P(·|x); asked once for each distinct input.</param>
    /// <param name="channelText">The text of the argument, filled in by the compiler.</param>
    /// <exception cref="DeclarationException">A row has several inputs.</exception>
    public WeighableContext<TEvent, TInput, TVariable> Channel<TVariable>(
        IChannel<TInput, TVariable> channel, [CallerArgumentExpression(nameof(channel))] string channelText = "")
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Kind<TVariable>(nameof(Channel), [(nameof(channel), KindStep.Code(channelText))], new ChannelKind<TInput, TVariable>(channel.Law));
    }

    /// <summary>
    /// A stochastic channel given by drawing: P(a|x) is the share of the draws that gave a. The random numbers depend on the seed, the content of the input and the number of the
    /// draw only, so the order of the rows and the number of threads change nothing.
    /// </summary>
    /// <param name="sampler">Input and random numbers to a context value. Takes all its chance from the <see cref="Draw"/>.</param>
    /// <param name="draws">Draws for each distinct input. A value must come up for several inputs, or every singular value is 1 whatever the truth.</param>
    /// <param name="seed">Another seed gives other draws.</param>
    /// <param name="samplerText">The text of the lambda, filled in by the compiler.</param>
    /// <remarks>
    /// The content of strings, numbers, bool, char, enums, dates, times, Guid and tuples of these is known; of any other type it is the text that <c>ToString</c> gives under the invariant
    /// culture, as records have it. A type whose text is its name is refused when learning.
    /// Inputs with one text have the same random numbers, so their draws are not independent: the text of a record has a DateTime to the second, a TimeOnly to the minute, and nothing of what
    /// is in an array. A tuple of the members loses nothing.
    /// </remarks>
    /// <exception cref="DeclarationException">There is not even one draw, or a row has several inputs.</exception>
    public WeighableContext<TEvent, TInput, TVariable> Sample<TVariable>(
        Func<TInput, Draw, TVariable> sampler, [InRange(1, int.MaxValue)] int draws, long seed = 0, [CallerArgumentExpression(nameof(sampler))] string samplerText = "")
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(sampler);
        return Kind<TVariable>(
            nameof(Sample), [(nameof(sampler), KindStep.Code(samplerText)), (nameof(draws), draws), (nameof(seed), seed)], new SampleKind<TInput, TVariable>(sampler, draws, seed));
    }

    private WeighableContext<TEvent, TInput, TVariable> Kind<TVariable, TSecond>(
        string step, Func<TEvent, TSecond> second, string text, (string, object)[] values, Kind<TInput, TSecond, TInput> kind)
        where TVariable : notnull
    {
        ArgumentNullException.ThrowIfNull(second);
        return new(new KindNode<TEvent, TInput, TSecond, TInput>(OneInput(step), [new(step, [new Selector(text, typeof(TEvent), typeof(TSecond), second)], values)], kind));
    }

    private WeighableContext<TEvent, TInput, TVariable> Kind<TVariable>(string step, (string, object)[] values, Kind<TInput, None, TInput> kind)
        where TVariable : notnull => new(new KindNode<TEvent, TInput, None, TInput>(OneInput(step), [new(step, [], values)], kind));
}

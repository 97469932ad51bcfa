namespace ContextureDsl;

/// <summary>
/// Views of an input, such as crops of an image. Practically every view is new; counting views as they are would make every singular value one, whatever the data. Hence views are
/// no context: they become one when they are quantised.
/// </summary>
/// <typeparam name="TEvent">The rows.</typeparam>
/// <typeparam name="TInput">X.</typeparam>
/// <typeparam name="TView">What a view is.</typeparam>
public abstract class Views<TEvent, TInput, TView>
    where TInput : notnull
{
    private protected Views() { }

    /// <summary>Makes the views countable: a view becomes the nearest codeword of a codebook that is learnt from the views themselves.</summary>
    /// <param name="codebook">How views become codewords.</param>
    public abstract KindContext<TEvent, TInput, Codeword> Quantise(Codebook<TView> codebook);
}

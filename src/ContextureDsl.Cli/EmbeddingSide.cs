namespace ContextureDsl.Cli;

/// <summary>Whose vectors.</summary>
internal enum EmbeddingSide
{
    /// <summary>The vectors of the inputs.</summary>
    Input,

    /// <summary>The vectors of the context values.</summary>
    Context,
}

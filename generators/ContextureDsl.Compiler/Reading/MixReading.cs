using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>A context that is made of others.</summary>
public abstract class MixReading : NodeReading
{
    private protected MixReading(IInvocationOperation call, Location? site)
    {
        Call = call;
        Site = site;
    }

    /// <summary>The call that makes it.</summary>
    public IInvocationOperation Call { get; }

    /// <summary>Where the declaration being read brings it in, if it is written outside of that declaration; null where it is written inside.</summary>
    public Location? Site { get; }
}

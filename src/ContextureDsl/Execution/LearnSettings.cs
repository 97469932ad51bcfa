namespace ContextureDsl.Execution;

/// <summary>The settings of one call: the declared ones with the call's overrides, checked.</summary>
internal sealed record LearnSettings
{
    public required int? Rank { get; init; }

    public required Precision Precision { get; init; }

    public required double Tolerance { get; init; }

    public required long Seed { get; init; }

    public required int MinimumCount { get; init; }

    public required Duplicates Duplicates { get; init; }

    public required RarePairs RarePairs { get; init; }

    public required Population Population { get; init; }

    public required Unseen Unseen { get; init; }

    public required Embedding Embedding { get; init; }

    public required int Threads { get; init; }

    public required bool Interpreted { get; init; }

    public required long MemoryLimit { get; init; }

    /// <summary>Whether fewer functions than <see cref="Rank"/> will do where there are not as many: of mixes that are compared, each gives what it has.</summary>
    public bool TakesFewer { get; init; }

    /// <exception cref="DeclarationException">A value has no meaning: the message names it and the rule.</exception>
    public static LearnSettings Resolve(ContextureAttribute declared, LearnOptions? options)
    {
        var settings = new LearnSettings
        {
            Rank = options?.Rank ?? declared.DeclaredRank,
            Precision = Named(options?.Precision ?? declared.Precision),
            Tolerance = options?.Tolerance ?? declared.Tolerance,
            Seed = options?.Seed ?? declared.Seed,
            MinimumCount = options?.MinimumCount ?? declared.MinimumCount,
            Duplicates = Named(options?.Duplicates ?? declared.Duplicates),
            RarePairs = Named(options?.RarePairs ?? declared.RarePairs),
            Population = Named(options?.Population ?? declared.Population),
            Unseen = Named(options?.Unseen ?? declared.Unseen),
            Embedding = Named(options?.Embedding ?? declared.Embedding),
            Threads = options?.Threads ?? Environment.ProcessorCount,
            Interpreted = options?.Interpreted ?? false,
            MemoryLimit = options?.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4,
        };
        if (settings.Rank is <= 0) throw new RankException(FormattableString.Invariant($"Rank = {settings.Rank}. The rank is the number of singular functions after the constant one, so it must be at least 1. Leave it unset to get as many as the data has, at most {AutomaticRank}."));
        if (!(settings.Tolerance > 0) || double.IsInfinity(settings.Tolerance)) throw new DeclarationException(FormattableString.Invariant($"Tolerance = {settings.Tolerance}. It is the largest residual accepted, so it must be positive and finite. Use 1e-5, or less with Precision.Double."));
        if (settings.MinimumCount < 1) throw new DeclarationException(FormattableString.Invariant($"MinimumCount = {settings.MinimumCount}. A minimum count is at least 1. Leave it unset to leave nothing out."));
        if (settings.Threads < 1) throw new DeclarationException(FormattableString.Invariant($"Threads = {settings.Threads}. At least one thread does the work. Leave it unset for one per processor."));
        if (settings.MemoryLimit < 1) throw new DeclarationException(FormattableString.Invariant($"MemoryLimit = {settings.MemoryLimit}. It is a number of bytes, at least 1. Leave it unset for a quarter of the memory that is available."));
        return settings;
    }

    private static T Named<T>(T value)
        where T : struct, Enum => NamedValue.Checked(value, number => $"{typeof(T).Name} = {number}");

    /// <summary>The rank that is used where none is set, if the data has as many functions.</summary>
    public const int AutomaticRank = 64;
}

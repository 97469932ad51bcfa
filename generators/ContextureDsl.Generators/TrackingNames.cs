namespace ContextureDsl.Generators;

/// <summary>The names of the pipeline's steps: what caching tests and profilers ask for.</summary>
public static class TrackingNames
{
    /// <summary>Attributed types, read into models; null where there is nothing to emit.</summary>
    public const string Readings = nameof(Readings);

    /// <summary>The models of the declarations that were read.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>What is emitted for each declaration.</summary>
    public const string Plans = nameof(Plans);

    /// <summary>The names of all files.</summary>
    public const string Names = nameof(Names);

    /// <summary>The names that differ from another one by case only: usually none.</summary>
    public const string CrowdedNames = nameof(CrowdedNames);

    /// <summary>Each plan with the crowded names: what a file is written from.</summary>
    public const string Files = nameof(Files);
}

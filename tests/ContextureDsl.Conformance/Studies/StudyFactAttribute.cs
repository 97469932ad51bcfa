namespace ContextureDsl.Conformance.Studies;

/// <summary>
/// A test on data that may be used for research and not be passed on; skipped, with the reason, where the data is not. It is looked for in the folder that the environment variable
/// <c>CONTEXTUREDSL_DATA</c> names, otherwise in <c>shared/data</c> beside the repository.
/// </summary>
public sealed class StudyFactAttribute : FactAttribute
{
    /// <param name="dataSet">The folder of the data set.</param>
    public StudyFactAttribute(string dataSet)
    {
        DataSet = dataSet;
        if (!Directory.Exists(Folder(dataSet))) Skip = $"The data set {dataSet} is not in {Data()}. Set CONTEXTUREDSL_DATA to the folder that holds it.";
    }

    /// <summary>The folder of the data set.</summary>
    public string DataSet { get; }

    /// <summary>Where a data set lies.</summary>
    public static string Folder(string dataSet) => Path.Combine(Data(), dataSet);

    private static string Data()
    {
        if (Environment.GetEnvironmentVariable("CONTEXTUREDSL_DATA") is { Length: > 0 } named) return named;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is not null && !File.Exists(Path.Combine(folder.FullName, "ContextureDsl.sln"))) folder = folder.Parent;
        return Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", "data");
    }
}

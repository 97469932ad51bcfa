using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContextureDsl.Cli;

/// <summary>An inspection as one JSON object. Names and meanings are a contract with scripts: fields are added, never changed.</summary>
internal static class JsonReport
{
    private const double Milliseconds = 1000;

    public static void Write(TextWriter output, Inspection inspection)
    {
        using var bytes = new MemoryStream();
        // The text goes to a terminal or a file, not into a page: labels stay readable.
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteRequest(json, inspection.Request);
            WriteSizes(json, inspection);
            WriteSpectrum(json, inspection);
            json.WriteNumber("seconds", Math.Round(inspection.Elapsed.TotalMilliseconds) / Milliseconds);
            json.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void WriteRequest(Utf8JsonWriter json, TableRequest request)
    {
        json.WriteString("file", request.File);
        json.WriteString("input", request.Columns.Input);
        json.WriteString("context", request.Columns.Variable);
        json.WriteString("weight", request.Columns.Weight);
    }

    private static void WriteSizes(Utf8JsonWriter json, Inspection inspection)
    {
        var (found, learned) = (inspection.Found, inspection.Learned);
        var summary = learned.Parts[0].Summary;
        json.WriteNumber("rows", summary.Rows);
        json.WriteNumber("weightlessRows", summary.Weightless);
        json.WriteNumber("events", summary.Events);
        json.WriteNumber("inputs", found.Inputs);
        json.WriteNumber("contexts", found.Variables);
        json.WriteNumber("pairs", found.Pairs);
        json.WriteString("estimation", learned.Parts[0].Estimation.ToString());
        json.WriteNumber("components", found.Components);
        json.WriteNumber("singletonPairs", found.SingletonPairs);
        json.WriteNumber("inputsBelowMinimumCount", summary.RareInputs);
        json.WriteNumber("contextsBelowMinimumCount", summary.RareVariables);
        json.WriteStartObject("setAside");
        json.WriteNumber("components", learned.SetAside.Components);
        json.WriteNumber("inputs", learned.SetAside.Inputs);
        json.WriteNumber("contexts", learned.SetAside.Variables);
        json.WriteNumber("pairs", learned.SetAside.Pairs);
        json.WriteNumber("mass", learned.SetAside.Mass);
        json.WriteEndObject();
    }

    private static void WriteSpectrum(Utf8JsonWriter json, Inspection inspection)
    {
        var spectrum = inspection.Learned.Spectrum;
        WriteNumber(json, "chiSquared", spectrum.TotalChiSquared);
        WriteNumber(json, "explainedShare", spectrum.ExplainedShare);
        json.WriteNumber("rank", spectrum.Values.Count);
        WriteNumbers(json, "singularValues", spectrum.Values);
        WriteNumbers(json, "residuals", spectrum.Residuals);
        json.WriteNumber("iterations", spectrum.Iterations);
        json.WriteBoolean("converged", spectrum.Converged);
        json.WriteStartArray("plateaus");
        foreach (var plateau in spectrum.Plateaus)
        {
            var (start, length) = plateau.GetOffsetAndLength(spectrum.Values.Count);
            json.WriteStartObject();
            json.WriteNumber("first", start + 1);
            json.WriteNumber("last", start + length);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("cutsPlateau", spectrum.CutsPlateau);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}

using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using ContextureDsl.Observation;

namespace ContextureDsl;

/// <summary>The body of a <c>.contexture</c> file: a learnt context, without its counted pairs.</summary>
/// <remarks>
/// In this order: declaration as text · embedding, policy for duplicates, precision (a byte each) · d · spectrum (values, residuals, iterations, converged, χ² or NaN where it is not known, components,
/// singleton pairs, plateaus, whether the last is cut, whether there are signed values, those) · what was set aside · how the parts overlap · how it was run · inputs: keys, marginal, functions (N × d) · number of
/// parts, and for each: name, share, estimation (mode, draws, seed), sizes, χ² or NaN, walk or nothing, summary of its rows · number of context variables, and for each: name, share, part, keys, marginal, functions (M × d),
/// whether there are others for evidence, and if so: whether those are on other values, the keys of these, the functions · whether new inputs are seen with other values than those, and if so the same of these · whether
/// they are seen with the context variable itself.
/// Keys are kind (a byte, <see cref="KeyKind"/>), type as text, count, values. Functions are whitened, row-major, float or double by the precision.
/// </remarks>
internal static class LearnedFormat
{
    /// <summary>Writes the body.</summary>
    /// <exception cref="KeyTextException">Values have no form in a file, and no usable text was given.</exception>
    public static void Write<TInput>(FileSink sink, LearnedContent<TInput> content, IReadOnlyList<KeyText> texts)
        where TInput : notnull
    {
        var inputs = StoredKeys.Of(content.Inputs, texts);
        sink.Text(content.Declaration);
        sink.Byte((byte)content.Embedding);
        sink.Byte((byte)content.Duplicates);
        sink.Byte((byte)content.Left.Precision);
        WriteSpectrum(sink, content.Spectrum);
        WriteSetAside(sink, content.SetAside);
        WriteOverlap(sink, content.Overlap);
        sink.Flag(content.Compilation.Whole);
        sink.Int32(content.Compilation.Parts.Count);
        foreach (var line in content.Compilation.Parts) sink.Text(line);
        WriteSide(sink, inputs, content.InputMarginal, content.Left);
        sink.Int32(content.Parts.Count);
        foreach (var part in content.Parts) WritePart(sink, part);
        WriteVariables(sink, content.Right, texts);
        var hasEntries = !ReferenceEquals(content.Entries, content.Right);
        sink.Flag(hasEntries);
        if (hasEntries) WriteVariables(sink, content.Entries, texts);
        sink.Flag(content.IsSeenDirectly);
    }

    /// <summary>Reads the body; keys keep the form of the file.</summary>
    /// <exception cref="EncoderFileException">Anything is not as it should be.</exception>
    public static StoredLearned Read(FileSource source, IReadOnlyList<KeyText> readers)
    {
        var declaration = source.Text("declaration");
        var embedding = (Embedding)Choice(source, "embedding", (int)Embedding.HalfScaled);
        var duplicates = (Duplicates)Choice(source, "what several rows with the same pair mean", (int)Duplicates.Reject);
        var precision = (Precision)Choice(source, "precision", (int)Precision.Double);
        var spectrum = ReadSpectrum(source);
        var setAside = new SetAside(Natural(source, "components set aside"), Natural(source, "inputs set aside"), Natural(source, "context values set aside"), source.Int64("pairs set aside"), source.Double("mass set aside"));
        var overlap = ReadOverlap(source);
        var whole = source.Flag("compilation");
        var compilation = new CompilationReport(whole, source.Texts(source.Count("number of compilation lines"), "compilation lines"));
        var side = ReadSide(source, "inputs", spectrum.Values.Count, precision, readers);
        var parts = new LearnedPart[source.Count("number of parts")];
        if (parts.Length == 0) throw source.Damaged("the number of parts is damaged", "at least 1", "0");
        for (var i = 0; i < parts.Length; i++) parts[i] = ReadPart(source);
        var variables = ReadVariables(source, spectrum.Values.Count, precision, readers);
        if (variables.Length == 0) throw source.Damaged("the number of context variables is damaged", "at least 1", "0");
        var entries = source.Flag("values of new inputs") ? ReadVariables(source, spectrum.Values.Count, precision, readers) : variables;
        var isSeenDirectly = source.Flag("how new inputs are seen");
        return new(declaration, embedding, duplicates, spectrum, parts, setAside, overlap, compilation, side.Keys, side.Marginal, side.Functions, variables, entries, isSeenDirectly);
    }

    private static void WriteVariables(FileSink sink, IReadOnlyList<VariableFunctions> all, IReadOnlyList<KeyText> texts)
    {
        // Keys first: what has no form in a file is found before anything is written of them.
        var keys = all.Select(variables => variables.Keys.ForFile(texts)).ToArray();
        sink.Int32(all.Count);
        for (var i = 0; i < all.Count; i++)
        {
            sink.Text(all[i].Name);
            sink.Double(all[i].Share);
            sink.Int32(all[i].Part);
            WriteSide(sink, keys[i], all[i].Marginal, all[i].Functions);
            WriteEvidence(sink, all[i], texts);
        }
    }

    private static VariableFunctions[] ReadVariables(FileSource source, int rank, Precision precision, IReadOnlyList<KeyText> readers)
    {
        var all = new VariableFunctions[source.Count("number of context variables")];
        for (var i = 0; i < all.Length; i++)
        {
            var name = source.Text("name of a context variable");
            var share = Share(source, name);
            var part = Natural(source, "part of a context variable");
            var side = ReadSide(source, "context values", rank, precision, readers);
            all[i] = ReadEvidence(source, new(name, share, new(name, side.Keys), side.Marginal, side.Functions) { Part = part }, precision, readers);
        }
        return all;
    }

    private static double Share(FileSource source, string name)
    {
        var share = source.Double("share of a part");
        return share is > 0 and <= 1 + 1e-9 ? share : throw source.Damaged($"the share of the part '{name}' is damaged", "a number above 0, at most 1", KeyFormat.Label(share));
    }

    private static void WriteSpectrum(FileSink sink, Spectrum spectrum)
    {
        sink.Int32(spectrum.Values.Count);
        sink.Numbers<double>(spectrum.Values.ToArray());
        sink.Numbers<double>(spectrum.Residuals.ToArray());
        sink.Int32(spectrum.Iterations);
        sink.Flag(spectrum.Converged);
        sink.Double(spectrum.TotalChiSquared ?? double.NaN);
        sink.Int32(spectrum.Components);
        sink.Int32(spectrum.SingletonPairs);
        sink.Int32(spectrum.Plateaus.Count);
        foreach (var plateau in spectrum.Plateaus)
        {
            var (start, length) = plateau.GetOffsetAndLength(spectrum.Values.Count);
            sink.Int32(start);
            sink.Int32(length);
        }
        sink.Flag(spectrum.CutsPlateau);
        sink.Flag(spectrum.SignedValues is not null);
        if (spectrum.SignedValues is { } signed) sink.Numbers<double>(signed.ToArray());
    }

    private static Spectrum ReadSpectrum(FileSource source)
    {
        var rank = source.Count("rank");
        if (rank == 0) throw source.Damaged("the rank is damaged", "at least 1", "0");
        var spectrum = new Spectrum
        {
            Values = Finite(source, source.Numbers<double>(rank, "singular values"), "singular values"),
            Residuals = source.Numbers<double>(rank, "residuals"),
            Iterations = Natural(source, "iterations"),
            Converged = source.Flag("convergence"),
            TotalChiSquared = Known(source.Double("chi-squared")),
            Components = Natural(source, "components"),
            SingletonPairs = Natural(source, "pairs seen alone"),
            Plateaus = ReadPlateaus(source, rank),
            CutsPlateau = source.Flag("cut of a run of equal values"),
            SignedValues = source.Flag("signs of the values") ? Finite(source, source.Numbers<double>(rank, "signed values"), "signed values") : null,
        };
        foreach (var value in spectrum.Values)
            if (value is < 0 or > 1) throw source.Damaged("a singular value is damaged", "a number from 0 to 1", KeyFormat.Label(value));
        return spectrum;
    }

    private static Range[] ReadPlateaus(FileSource source, int rank)
    {
        var count = source.Count("number of runs of equal values");
        if (count > rank) throw source.Damaged("the number of runs of equal values is damaged", $"at most {rank}", $"{count}");
        var plateaus = new Range[count];
        for (var i = 0; i < count; i++)
        {
            var start = Natural(source, "start of a run of equal values");
            var length = Natural(source, "length of a run of equal values");
            if ((long)start + length > rank) throw source.Damaged("a run of equal values is damaged", $"an end of at most {rank}", $"{(long)start + length}");
            plateaus[i] = start..(start + length);
        }
        return plateaus;
    }

    private static void WriteSetAside(FileSink sink, SetAside setAside)
    {
        sink.Int32(setAside.Components);
        sink.Int32(setAside.Inputs);
        sink.Int32(setAside.Variables);
        sink.Int64(setAside.Pairs);
        sink.Double(setAside.Mass);
    }

    private static void WriteOverlap(FileSink sink, Overlap overlap)
    {
        sink.Int32(overlap.Inputs);
        sink.Int32(overlap.Shared);
        sink.Int32(overlap.LeftOut);
    }

    private static Overlap ReadOverlap(FileSource source)
    {
        var overlap = new Overlap(Natural(source, "inputs of all parts"), Natural(source, "inputs that every part saw"), Natural(source, "inputs left out"));
        // What every part saw is never left out.
        var sum = (long)overlap.Shared + overlap.LeftOut;
        return sum <= overlap.Inputs ? overlap : throw source.Damaged("the overlap of the parts is damaged", $"at most {overlap.Inputs} inputs", sum.ToString(CultureInfo.InvariantCulture));
    }

    private static void WritePart(FileSink sink, LearnedPart part)
    {
        sink.Text(part.Name);
        sink.Double(part.Share);
        sink.Byte((byte)part.Estimation.Mode);
        sink.Int32(part.Estimation.Draws);
        sink.Int64(part.Estimation.Seed);
        sink.Int32(part.Inputs);
        sink.Int32(part.Variables);
        sink.Int32(part.Pairs);
        sink.Double(part.ChiSquared ?? double.NaN);
        sink.Text(part.Walk ?? "");
        var summary = part.Summary;
        sink.Int64(summary.Rows);
        sink.Int64(summary.Events);
        sink.Int64(summary.Filtered);
        sink.Int64(summary.Weightless);
        sink.Int64(summary.Empty);
        sink.Int32(summary.RareInputs);
        sink.Int32(summary.RareVariables);
        sink.Int32(summary.NegligiblePairs);
        WriteTime(sink, summary.Earliest);
        WriteTime(sink, summary.Latest);
    }

    private static LearnedPart ReadPart(FileSource source)
    {
        var name = source.Text("name of a part");
        var share = Share(source, name);
        var estimation = new Estimation((EstimationMode)Choice(source, "estimation of a part", (int)EstimationMode.Sampled), Natural(source, "draws of a part"), source.Int64("seed of a part"));
        var sizes = (Inputs: Natural(source, "inputs of a part"), Variables: Natural(source, "context values of a part"), Pairs: Natural(source, "pairs of a part"));
        var chiSquared = Known(source.Double("chi-squared of a part"));
        var walk = source.Text("walk of a part");
        return new(name, share, sizes.Inputs, sizes.Variables, sizes.Pairs, chiSquared, new ObservationSummary
        {
            Rows = source.Int64("rows of a part"),
            Events = source.Int64("events of a part"),
            Filtered = source.Int64("filtered rows of a part"),
            Weightless = source.Int64("weightless rows of a part"),
            Empty = source.Int64("empty rows of a part"),
            RareInputs = Natural(source, "rare inputs of a part"),
            RareVariables = Natural(source, "rare context values of a part"),
            NegligiblePairs = Natural(source, "negligible pairs of a part"),
            Earliest = ReadTime(source),
            Latest = ReadTime(source),
        })
        {
            Estimation = estimation,
            Walk = walk.Length == 0 ? null : walk,
        };
    }

    /// <summary>A flag, the ticks of the clock, and the minutes of the offset.</summary>
    private static void WriteTime(FileSink sink, DateTimeOffset? time)
    {
        sink.Flag(time is not null);
        sink.Int64(time?.Ticks ?? 0);
        sink.Int32((int)(time?.Offset.TotalMinutes ?? 0));
    }

    private static DateTimeOffset? ReadTime(FileSource source)
    {
        var present = source.Flag("time of a part");
        var ticks = source.Int64("time of a part");
        var minutes = source.Int32("time of a part");
        if (!present) return null;
        try
        {
            return new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes));
        }
        catch (ArgumentException failure)
        {
            throw source.Damaged("the time of a part is damaged", "a date of the calendar", $"{ticks.ToString(CultureInfo.InvariantCulture)} ticks", failure);
        }
    }

    private static void WriteSide(FileSink sink, StoredKeys keys, double[] marginal, SingularFunctions functions)
    {
        keys.Write(sink);
        sink.Numbers<double>(marginal);
        functions.Write(sink);
    }

    private static (StoredKeys Keys, double[] Marginal, SingularFunctions Functions) ReadSide(FileSource source, string what, int rank, Precision precision, IReadOnlyList<KeyText> readers)
    {
        var keys = StoredKeys.Read(source, what, readers);
        var marginal = Finite(source, source.Numbers<double>(keys.Count, "marginal of the " + what), "marginal of the " + what);
        if (keys.Count == 0 || TensorPrimitives.Min<double>(marginal) <= 0) throw source.Damaged($"the marginal of the {what} is damaged", "positive numbers", keys.Count == 0 ? "none" : "zero or less");
        var functions = ReadFunctions(source, "functions of the " + what, keys.Count, rank, precision);
        return (keys, marginal, functions);
    }

    private static SingularFunctions ReadFunctions(FileSource source, string what, int count, int rank, Precision precision) => precision == Precision.Single
        ? new SingularFunctions<float>(Finite(source, source.Numbers<float>((long)count * rank, what), what), count, rank)
        : new SingularFunctions<double>(Finite(source, source.Numbers<double>((long)count * rank, what), what), count, rank);

    private static void WriteEvidence(FileSink sink, VariableFunctions variables, IReadOnlyList<KeyText> texts)
    {
        var hasOwn = !ReferenceEquals(variables.Evidence, variables.Functions);
        sink.Flag(hasOwn);
        if (!hasOwn) return;
        var hasOwnKeys = !ReferenceEquals(variables.EvidenceKeys, variables.Keys);
        sink.Flag(hasOwnKeys);
        if (hasOwnKeys) variables.EvidenceKeys.ForFile(texts).Write(sink);
        variables.Evidence.Write(sink);
    }

    private static VariableFunctions ReadEvidence(FileSource source, VariableFunctions variables, Precision precision, IReadOnlyList<KeyText> readers)
    {
        if (!source.Flag("functions for evidence")) return variables;
        var own = source.Flag("values for evidence") ? StoredKeys.Read(source, "values for evidence", readers) : null;
        var functions = ReadFunctions(source, "functions for evidence", own?.Count ?? variables.Functions.Count, variables.Functions.Rank, precision);
        return variables with { EvidenceKeys = own is null ? variables.Keys : new(variables.Name, own), Evidence = functions };
    }

    private static T[] Finite<T>(FileSource source, T[] values, string what)
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var value in values)
            if (!T.IsFinite(value)) throw source.Damaged($"the {what} are damaged", "finite numbers", value.ToString(null, CultureInfo.InvariantCulture));
        return values;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static int Natural(FileSource source, string what)
    {
        var value = source.Int32(what);
        return value >= 0 ? value : throw source.Damaged($"the number of {what} is damaged", "zero or more", value.ToString(CultureInfo.InvariantCulture));
    }

    private static int Choice(FileSource source, string what, int largest)
    {
        var value = source.Byte(what);
        return value <= largest ? value : throw source.Damaged($"the {what} is damaged", $"a number from 0 to {largest}", value.ToString(CultureInfo.InvariantCulture));
    }
}

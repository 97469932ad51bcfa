namespace ContextureDsl.Tests.Execution.Kinds;

/// <summary>Bad rows and bad parameters: one error for each cause, which says what, where, the value, the rule and the remedy.</summary>
public class FeatureErrorTests
{
    private static readonly Point[] Good = FeatureKindTests.Cloud(6, 2, 1);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_bandwidth_is_positive_and_finite(double gamma)
    {
        foreach (var declare in (Action<FeatureRows<Point, int, double[]>>[])[rows => rows.Rbf(gamma), rows => rows.Laplacian(gamma), rows => rows.MaskedRbf(gamma)])
            AssertSays<DeclarationException>(() => Declared(declare), "gamma: " + gamma.ToString(System.Globalization.CultureInfo.InvariantCulture), "positive and finite");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_mask_hides_a_share_between_zero_and_one(double hidden)
    {
        AssertSays<DeclarationException>(() => Declared(rows => rows.MaskedRbf(1, hidden)), "hidden: ", "between 0 and 1");
        AssertSays<DeclarationException>(() => Declared(rows => rows.MaskedNearest(3, hidden)), "hidden: ", "between 0 and 1");
    }

    [Fact]
    public void Numbers_of_neighbours_masks_and_shares_have_ranges()
    {
        AssertSays<DeclarationException>(() => Declared(rows => rows.Nearest(0)), "count: 0", "at least one");
        AssertSays<DeclarationException>(() => Declared(rows => rows.MaskedNearest(-2)), "count: -2");
        AssertSays<DeclarationException>(() => Declared(rows => rows.MaskedNearest(2, masks: 0)), "masks: 0", "at least one mask");
        AssertSays<DeclarationException>(() => Declared(rows => rows.Rbf(1, negligible: 1)), "negligible: 1", "less than 1");
        AssertSays<DeclarationException>(() => Declared(rows => rows.Rbf(1, negligible: double.NaN)), "negligible: NaN");
        Assert.Throws<DeclarationException>(() => Contexture.Learn(Good, p => p.Input(x => x.Key).Teacher(x => x.Numbers, -1)));
        Assert.Throws<DeclarationException>(() => Contexture.Learn(Good, p => p.Input(x => x.Key).Teacher(x => x.Numbers, double.NaN)));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    public void There_are_more_inputs_than_neighbours(int count)
    {
        foreach (var declare in (Func<FeatureRows<Point, int, double[]>, Context<int, int>>[])[rows => rows.Nearest(count), rows => rows.Nearest(count, includeSelf: false), rows => rows.MaskedNearest(count)])
            AssertSays<DeclarationException>(() => Contexture.Learn(Good, p => declare(FeatureKindTests.Rows(p))), $"{count} neighbours", "6 inputs", "at most 5");
        Assert.Equal(5, Contexture.Learn(Good, p => FeatureKindTests.Rows(p).Nearest(5)).Rank);
    }

    [Fact]
    public void One_input_has_no_function()
    {
        foreach (var declare in (Func<FeatureRows<Point, int, double[]>, Context<int, int>>[])[rows => rows.Nearest(3), rows => rows.Rbf(1), rows => rows.Kernel((_, _) => 1, zeroDiagonal: true), rows => rows.MaskedRbf(1)])
            AssertSays<DegenerateContextException>(() => Contexture.Learn(Good[..1], p => declare(FeatureKindTests.Rows(p))), "same input, 0");
        Assert.Throws<DegenerateContextException>(() => Contexture.Learn(Good[..1], p => p.Input(x => x.Key).Teacher(x => x.Numbers)));
        AssertSays<EmptyObservationException>(() => Contexture.Learn(Array.Empty<Point>(), p => FeatureKindTests.Rows(p).Rbf(1)), "Point has no event");
        AssertSays<EmptyObservationException>(() => Contexture.Learn(Good, p => FeatureKindTests.Rows(p.Where(x => x.Key > 99)).Rbf(1)), "left out by Where");
    }

    [Fact]
    public void Rows_have_one_length()
    {
        AssertSays<FeatureRowException>(() => Learn([.. Good, new(9, [1])]), "Event 6 of Point", "1 numbers", "have 2");
        AssertSays<FeatureRowException>(() => Learn([new(9, [])]), "Event 0 of Point", "no numbers");
        AssertSays<FeatureRowException>(() => Learn([.. Good, new(9, null!)]), "Event 6 of Point", "gave null");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e200)]
    public void Numbers_are_finite_and_can_be_squared(double value) =>
        AssertSays<FeatureValueException>(() => Learn([.. Good, new(9, [1, value])]), "Event 6 of Point", "column 1", value.ToString(System.Globalization.CultureInfo.InvariantCulture), "p => p.Numbers");

    [Fact]
    public void An_input_is_one_point() =>
        AssertSays<FeatureConflictException>(() => Learn([.. Good, Good[2] with { Numbers = [Good[2].Numbers[0], 7] }]), "Event 6 of Point", "the input 2", "column 1", "value 7", "event 2");

    [Fact]
    public void A_row_of_numbers_belongs_to_one_input()
    {
        AssertSays<DeclarationException>(() => Contexture.Learn(Good, p => p.InputMany(x => new[] { x.Key, x.Key + 1 }).Features(x => x.Numbers).Rbf(1)), "InputMany", "Features");
        AssertSays<DeclarationException>(() => Contexture.Learn(Good, p => p.InputMany(x => new[] { x.Key, x.Key + 1 }).Target(x => x.Numbers[0])), "InputMany", "Target");
    }

    [Fact]
    public void A_file_does_not_hold_the_features_that_new_rows_are_compared_with()
    {
        var declaration = new Near();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            declaration.Learn(Good).Save(path);
            AssertSays<DeclarationException>(() => declaration.EmbedNew(Learned.Load<int, int>(path), Good), "Nearest", "a file does not hold that");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_key_is_not_null() =>
        AssertSays<NullKeyException>(() => Contexture.Learn(Good, p => p.Input(x => x.Key == 3 ? null! : "k" + x.Key).Features(x => x.Numbers).Rbf(1)), "Event 3 of Point");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    public void A_kernel_gives_weights(double value)
    {
        AssertSays<KernelValueException>(
            () => Contexture.Learn(Good, p => FeatureKindTests.Rows(p).Kernel((x, a) => x[0] == Good[4].Numbers[0] && a[0] == Good[2].Numbers[0] ? value : 1)), "inputs 4 and 2", "finite and not negative");
        AssertSays<KernelValueException>(() => Contexture.Learn(Good, p => FeatureKindTests.Rows(p).Kernel((_, _) => 1e308)), "input 0", "largest double");
    }

    [Fact]
    public void The_first_bad_value_is_named_whatever_the_threads()
    {
        var many = FeatureKindTests.Cloud(1500, 1, 2);
        for (var round = 0; round < 3; round++)
            AssertSays<KernelValueException>(
                () => Contexture.Learn(many, p => FeatureKindTests.Rows(p).Kernel((x, _) => x[0] == many[700].Numbers[0] || x[0] > 2 || x[0] == many[1300].Numbers[0] ? -1 : 1), options: new() { Threads = 4 }), "inputs 700 and 0");
    }

    [Fact]
    public void What_a_kernel_throws_comes_out_as_it_is()
    {
        var many = FeatureKindTests.Cloud(1500, 1, 2);
        Assert.Throws<TimeZoneNotFoundException>(() => Contexture.Learn(many, p => FeatureKindTests.Rows(p).Kernel((_, _) => throw new TimeZoneNotFoundException()), options: new() { Threads = 4 }));
    }

    [Fact]
    public void A_kernel_may_have_any_range()
    {
        // Every row has 1e80 beside 1e-8: the light pairs are left out, among them all that lead to the last input.
        var learned = Contexture.Learn(
            Enumerable.Range(0, 8).Select(x => new Point(x, [x])), p => FeatureKindTests.Rows(p).Kernel((x, a) => a[0] == 7 ? 0 : 1e80 / (1 + Math.Abs(x[0] - a[0]))), options: new() { Precision = Precision.Single, RarePairs = RarePairs.Keep });
        Assert.Equal(7, learned.Variables.Count);
        Assert.All(learned.Spectrum.Values, value => Assert.InRange(value, 0, 1));
        Assert.All(learned.Encoder[3].ToArray(), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void A_mask_needs_two_columns() =>
        AssertSays<DeclarationException>(() => Contexture.Learn(FeatureKindTests.Cloud(6, 1, 1), p => FeatureKindTests.Rows(p).MaskedRbf(1)), "MaskedRbf", "one column", "two columns");

    [Fact]
    public void What_no_table_holds_is_refused_with_the_numbers()
    {
        // 60,000 inputs, all pairs: 3.6 billion, above the largest array. Sixty-four rows tell.
        var many = FeatureKindTests.Cloud(60_000, 1, 3);
        AssertSays<TableSizeException>(() => Contexture.Learn(many, p => FeatureKindTests.Rows(p).Rbf(1)), "60000 inputs", "3600000000 pairs", "GB", "Nearest");
    }

    [Fact]
    public void Sizes_beyond_an_array_are_refused_and_do_not_wrap()
    {
        // 2^30 draws of 4 columns are 0 in 32 bits.
        AssertSays<TableSizeException>(
            () => Contexture.Learn(FeatureKindTests.Cloud(20, 4, 3), p => FeatureKindTests.Rows(p).CutMix(0.5, draws: 1 << 30).Quantise(Codebook.Rows(2))), "4294967296 or more numbers in the views of one input");

        // Seventeen points take two strips, whose numbers no array holds; the points themselves one does.
        Assert.Equal(32L * 120_000_000, ContextureDsl.Kernels.NearestSearch.PackedNumbers(17, 120_000_000));
        Assert.Equal(32L * 120_000_000, ContextureDsl.Kernels.PointStrips.PackedNumbers(17, 120_000_000));
    }

    [Fact]
    public void A_teacher_that_says_the_same_of_all_has_no_function()
    {
        AssertSays<DegenerateContextException>(() => Contexture.Learn(Good, p => p.Input(x => x.Key).Target(_ => 0.1)), "same context value");
        AssertSays<DeclarationException>(() => Contexture.Learn(Good, p => p.Input(x => x.Key).Teacher(x => x.Numbers, 1e3)), "threshold 1000", "6 x 2", "no function is left");
        AssertSays<FeatureValueException>(() => Contexture.Learn(Good, p => p.Input(x => x.Key).Target(x => x.Key == 2 ? double.NaN : 1)), "Event 2 of Point");
    }

    private sealed class Near : Contexture<int, int>.From<Point>
    {
        protected override Context<int, int> Define(Events<Point> points) => FeatureKindTests.Rows(points).Nearest(2);
    }

    private static void Learn(Point[] points) => Contexture.Learn(points, p => p.Input(p => p.Key).Features(p => p.Numbers).Rbf(1));

    private static void Declared(Action<FeatureRows<Point, int, double[]>> declare) => Contexture.Learn(Good, p =>
    {
        declare(FeatureKindTests.Rows(p));
        return FeatureKindTests.Rows(p).Rbf(1);
    });

    private static void AssertSays<TException>(Action act, params string[] words)
        where TException : ContextureException
    {
        var message = Assert.Throws<TException>(act).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }
}

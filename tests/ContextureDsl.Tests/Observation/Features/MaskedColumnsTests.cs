using ContextureDsl.Observation;
using ContextureDsl.Tree;
using CsCheck;

namespace ContextureDsl.Tests.Observation.Features;

/// <summary>Masks over columns: how many they hide, that a seed fixes them, and that no column is preferred.</summary>
public class MaskedColumnsTests
{
    [Fact]
    public void Every_mask_hides_the_declared_share_but_never_none_or_all() =>
        Gen.Select(Gen.Int[2, 40], Gen.Double[0.001, 0.999], Gen.Int[1, 20], Gen.Long).Sample((columns, hidden, count, seed) =>
        {
            var masks = MaskedColumns.Of(new ColumnMasks(hidden, count, seed), columns, "test");
            var expected = columns - Math.Clamp((int)Math.Round(hidden * columns, MidpointRounding.AwayFromZero), 1, columns - 1);
            Assert.Equal(count, masks.Length);
            foreach (var visible in masks)
            {
                Assert.Equal(expected, visible.Length);
                Assert.Equal(visible.Distinct().Order(), visible);
                Assert.All(visible, column => Assert.InRange(column, 0, columns - 1));
            }
            Assert.Equal(masks, MaskedColumns.Of(new ColumnMasks(hidden, count, seed), columns, "test"));
        });

    [Fact]
    public void Every_column_is_hidden_about_equally_often()
    {
        // 10,000 masks hide 2 of 10: each column 2,000 times, with a deviation of 40; five of them are allowed.
        var masks = MaskedColumns.Of(new ColumnMasks(0.2, 10_000, 5), 10, "test");
        for (var column = 0; column < 10; column++) Assert.InRange(masks.Count(visible => !visible.Contains(column)), 1800, 2200);
    }

    [Fact]
    public void Without_masks_all_columns_are_seen_once() => Assert.Equal([[0, 1, 2]], MaskedColumns.Of(null, 3, "test"));
}

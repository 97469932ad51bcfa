namespace ContextureDsl.Conformance.Mixes;

/// <summary>Declarations of mixes over two sources.</summary>
internal static partial class Mixed
{
    [Contexture]
    internal sealed partial class Convolved : Contexture<int>.From<Sight, Sold>
    {
        protected override Definition<int> Define(Events<Sight> sights, Events<Sold> sold) =>
            Mix.Convolve(sights.Input(s => s.Item).Context(s => s.Place).Weight(s => s.Weight), then: sold.Input(s => s.Item).Context(s => s.Shop));
    }

    [Contexture]
    internal sealed partial class Averaged(double share) : Contexture<int>.From<Sight, Sold>
    {
        protected override Definition<int> Define(Events<Sight> sights, Events<Sold> sold) =>
            Mix.Average((share, sights.Input(s => s.Item).Context(s => s.Place)), (1 - share, sold.Input(s => s.Item).Context(s => s.Place)));
    }

    [Contexture]
    internal sealed partial class SeenAtOnce : Contexture<int>.From<Sight, Sold>
    {
        protected override Definition<int> Define(Events<Sight> sights, Events<Sold> sold) =>
            Mix.Joint(sights.Input(s => s.Item).Context(s => s.Place), sold.Where(s => s.Shop != 2).Input(s => s.Item).Context(s => s.Shop));
    }

    [Contexture]
    internal sealed partial class Nested(double share) : Contexture<int>.From<Sight, Sold>
    {
        protected override Definition<int> Define(Events<Sight> sights, Events<Sold> sold)
        {
            var place = sights.Input(s => s.Item).Context(s => s.Place).Weight(s => s.Weight).Named("place");
            var shop = sold.Input(s => s.Item).Context(s => s.Shop).Named("shop");
            return Mix.Convex<int>((share, place), (1, Mix.Convolve(place, then: shop)), (0.5, Mix.Convolve(Mix.Convex<int>(place, shop), then: place)));
        }
    }
}

namespace ContextureDsl.Observation;

/// <summary>The selectors of a part over one row. Implemented by structs, so that the loop over the rows has them inlined.</summary>
public interface IRowReader<in TEvent, out TFirst, out TSecond>
{
    /// <summary>Whether every Where holds.</summary>
    bool Keeps(TEvent row);

    /// <summary>The weight; 1 where none is declared.</summary>
    double Weight(TEvent row);

    /// <summary>The first thing that the kind needs.</summary>
    TFirst First(TEvent row);

    /// <summary>The second thing.</summary>
    TSecond Second(TEvent row);
}

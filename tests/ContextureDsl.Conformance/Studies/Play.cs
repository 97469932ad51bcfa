namespace ContextureDsl.Conformance.Studies;

/// <summary>Somebody has a game, and may have played it.</summary>
/// <param name="Player">Who.</param>
/// <param name="Game">Which.</param>
/// <param name="Hours">How long it was played; 0 for one that was bought and never started.</param>
public readonly record struct Play(int Player, int Game, double Hours);

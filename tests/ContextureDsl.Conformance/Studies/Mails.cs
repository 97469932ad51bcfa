namespace ContextureDsl.Conformance.Studies;

/// <summary>People by whom they write to: the declarations that the study compares.</summary>
internal static partial class Mails
{
    [Contexture(Embedding = Embedding.Scaled)]
    internal sealed partial class Either(double time) : Contexture<int>.From<Mail>
    {
        protected override Definition<int> Define(Events<Mail> mails) => mails.Neighbours(from: m => m.From, to: m => m.To).Undirected().Heat(time);
    }

    /// <summary>Who is written to and who writes, told apart.</summary>
    [Contexture(Embedding = Embedding.Scaled)]
    internal sealed partial class Both : Contexture<int>.From<Mail>
    {
        protected override Definition<int> Define(Events<Mail> mails) => Mix.Convex(
            mails.Neighbours(from: m => m.From, to: m => m.To).Named("writes to"), mails.Neighbours(from: m => m.To, to: m => m.From).Named("hears from"));
    }
}

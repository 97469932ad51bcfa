namespace ContextureDsl.Analyzers;

/// <summary>The identifiers of the rules: CTX0xxx is about how code is generated, CTX1xxx about degenerate contexts, CTX3xxx about how declarations are used. An identifier is never used again.</summary>
public static class RuleIds
{
    public const string NotPartial = "CTX0001";
    public const string UnsupportedContainer = "CTX0002";
    public const string LanguageVersion = "CTX0003";
    public const string NotRead = "CTX0010";
    public const string NotFollowed = "CTX0011";
    public const string Captures = "CTX0012";
    public const string AmbiguousForm = "CTX0021";
    public const string IndependentContext = "CTX1001";
    public const string IdentityContext = "CTX1002";
    public const string DegenerateStrength = "CTX1003";
    public const string IndependentFactor = "CTX1004";
    public const string IdentityFactor = "CTX1005";
    public const string IrreproducibleSelector = "CTX3002";
    public const string ValueOutOfRange = "CTX3003";
    public const string WeightIsNoShare = "CTX3004";
    public const string EmptyMix = "CTX3005";
    public const string UnnormalisedWeights = "CTX3006";
    public const string MixOfOne = "CTX3007";
    public const string RepeatedPart = "CTX3008";
    public const string InnerMinMax = "CTX3009";
}

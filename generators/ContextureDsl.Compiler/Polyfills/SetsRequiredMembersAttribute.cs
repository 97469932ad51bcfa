namespace System.Diagnostics.CodeAnalysis;

/// <summary>Goes with required members of records.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;

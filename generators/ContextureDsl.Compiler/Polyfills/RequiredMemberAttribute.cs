namespace System.Runtime.CompilerServices;

/// <summary>Lets members be required on netstandard2.0.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;

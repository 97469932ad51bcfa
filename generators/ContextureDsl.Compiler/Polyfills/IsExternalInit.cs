namespace System.Runtime.CompilerServices;

/// <summary>Lets records have init accessors on netstandard2.0.</summary>
internal static class IsExternalInit;

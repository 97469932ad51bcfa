using System.ComponentModel;
using System.Reflection;
using ContextureDsl.Execution;

namespace ContextureDsl;

/// <summary>What every declaration has, whatever its sources: its tree, its settings and how much of it is compiled. Stateless after construction, safe to share.</summary>
public abstract class DeclaredContexture<TInput>
    where TInput : notnull
{
    private readonly Lazy<Definition<TInput>> definition;
    private readonly Lazy<ContextureAttribute> settings;

    private protected DeclaredContexture()
    {
        definition = new(() => BuildDefinition() ??
            throw new DeclarationException($"{GetType().Name}.Define gave null. It must return a context, such as first.Input(...).Context(...)."));
        settings = new(() => GetType().GetCustomAttribute<ContextureAttribute>() ?? new());
    }

    /// <summary>The declaration as a tree; built once by running Define. Print it, test it, compare it.</summary>
    public Definition<TInput> Definition => definition.Value;

    /// <summary>The values of the attribute, or the defaults.</summary>
    public ContextureAttribute Settings => settings.Value;

    /// <summary>Which parts of this declaration run compiled code, and why the others do not.</summary>
    public CompilationReport Compilation => new PlanMatch<TInput>(CompiledPlan, Definition.Node).Report();

    /// <summary>The code that the source generator emitted for this declaration; null without it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual CompiledPlan<TInput>? CompiledPlan => null;

    private protected abstract Definition<TInput> BuildDefinition();

    private protected Learning<TInput> Begin(LearnOptions? options, IProgress<LearnProgress>? progress, CancellationToken cancellationToken) =>
        new(Definition, LearnSettings.Resolve(Settings, options), CompiledPlan, progress, cancellationToken);

    private protected NewRows<TInput> BeginNew(Learned<TInput> learned, CancellationToken cancellationToken) =>
        new(Definition, LearnSettings.Resolve(Settings, null), CompiledPlan, learned, cancellationToken);
}

using System.Diagnostics.CodeAnalysis;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Declares a context whose variable has one type, which the result then knows. Derive from the nested <c>From</c> class, which names the rows.</summary>
public abstract class Contexture<TInput, TVariable> : DeclaredContexture<TInput>
    where TInput : notnull
    where TVariable : notnull
{
    private protected Contexture() { }

    /// <summary>Declares the rows that the context is learnt from: one event source.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Contexture<X, A>.From<Rows> reads as a sentence and keeps the two kinds of type arguments apart.")]
    public abstract class From<T1> : Contexture<TInput, TVariable>
    {
        /// <summary>Says what is seen with what. Must depend on its parameters and on the constructor only.</summary>
        protected abstract Context<TInput, TVariable> Define(Events<T1> first);

        /// <summary>Uses this declaration inside another one.</summary>
        public Context<TInput, TVariable> Over(Events<T1> first) => Define(first);

        /// <summary>Counts and decomposes. O(events) + O(pairs · rank) per round; reads the rows once.</summary>
        /// <exception cref="ContextureException">The rows or the settings cannot be learnt from; the message says what to do.</exception>
        /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
        public virtual Learned<TInput, TVariable> Learn(
            IEnumerable<T1> first, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            return Begin(options, progress, cancellationToken).Read(0, first).Finish<TVariable>();
        }

        /// <summary>The same from rows that arrive asynchronously; the decomposition runs on the thread pool.</summary>
        /// <inheritdoc cref="Learn"/>
        public virtual async Task<Learned<TInput, TVariable>> LearnAsync(
            IAsyncEnumerable<T1> first, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            var learning = Begin(options, progress, cancellationToken);
            await learning.ReadAsync(0, first).ConfigureAwait(false);
            return await Task.Run(learning.Finish<TVariable>, cancellationToken).ConfigureAwait(false);
        }

        /// <summary>Vectors for inputs that were not there when learning, from rows about them: read by the same selectors, against what was learnt (Nyström).</summary>
        /// <param name="learned">What this declaration has learnt.</param>
        /// <param name="first">Rows about the new inputs; inputs that were there before get their old vectors again where the rows say the same of them and every part saw them (see <see cref="NewInputs{TInput}.Share"/>).</param>
        /// <param name="cancellationToken">Stops it.</param>
        /// <exception cref="DeclarationException">The result is of another declaration; or it was read from a file, and a part needs more of the first rows than a file holds.</exception>
        /// <exception cref="ContextureException">The rows cannot be read; the message says what to do.</exception>
        public NewInputs<TInput> EmbedNew(Learned<TInput> learned, IEnumerable<T1> first, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            return BeginNew(learned, cancellationToken).Read(0, first).Finish();
        }

        private protected override Definition<TInput> BuildDefinition() => Define(new(new SourceNode(0, typeof(T1).Name, typeof(T1))));
    }
}

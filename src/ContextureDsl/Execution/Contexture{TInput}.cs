using System.Diagnostics.CodeAnalysis;
using ContextureDsl.Tree;

namespace ContextureDsl;

/// <summary>Declares a context whose variable need not be named in the result (mixes). Derive from one of the nested <c>From</c> classes, which name the rows.</summary>
public abstract class Contexture<TInput> : DeclaredContexture<TInput>
    where TInput : notnull
{
    private protected Contexture() { }

    private static Context<TInput> Mixable(Definition<TInput> definition) => definition as Context<TInput> ?? throw new DeclarationException(
        "Over was called on a declaration that is a Mix.Concatenate. Encoders side by side have no operator, so they cannot be a part of a mix. Concatenate at the root of the declaration, or mix the parts.");

    /// <summary>Declares the rows that the context is learnt from: one event source.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Contexture<X>.From<Rows> reads as a sentence and keeps the two kinds of type arguments apart.")]
    public abstract class From<T1> : Contexture<TInput>
    {
        /// <summary>Says what is seen with what. Must depend on its parameters and on the constructor only.</summary>
        protected abstract Definition<TInput> Define(Events<T1> first);

        /// <summary>Uses this declaration inside another one.</summary>
        public Context<TInput> Over(Events<T1> first) => Mixable(Define(first));

        /// <summary>Counts, mixes, decomposes. O(events) + O(pairs · rank) per round; reads the rows once.</summary>
        /// <exception cref="ContextureException">The rows or the settings cannot be learnt from; the message says what to do.</exception>
        /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
        public virtual Learned<TInput> Learn(
            IEnumerable<T1> first, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            return Begin(options, progress, cancellationToken).Read(0, first).Finish();
        }

        /// <summary>The same from rows that arrive asynchronously; the decomposition runs on the thread pool.</summary>
        /// <inheritdoc cref="Learn"/>
        public virtual async Task<Learned<TInput>> LearnAsync(
            IAsyncEnumerable<T1> first, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            var learning = Begin(options, progress, cancellationToken);
            await learning.ReadAsync(0, first).ConfigureAwait(false);
            return await Task.Run(learning.Finish, cancellationToken).ConfigureAwait(false);
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

        /// <summary>Says which mix of the contexts in this declaration to learn, the declared one being among those that are tried. Reads the rows once; see <see cref="MixAdvice"/> for the rule and its cost.</summary>
        /// <param name="first">The rows.</param>
        /// <param name="options">How candidates are learnt and compared.</param>
        /// <param name="progress">Told while it runs.</param>
        /// <param name="cancellationToken">Stops it.</param>
        /// <exception cref="DeclarationException">The declaration has one context only, or an option has no meaning.</exception>
        /// <exception cref="ContextureException">The rows or the settings cannot be learnt from; the message says what to do.</exception>
        /// <exception cref="OperationCanceledException">The caller asked to stop.</exception>
        public MixAdvice Advise(IEnumerable<T1> first, AdviceOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            options = (options ?? new()).Checked();
            return Begin(options.Learning, progress, cancellationToken).Read(0, first).Advise(options);
        }

        private protected override Definition<TInput> BuildDefinition() => Define(new(new SourceNode(0, typeof(T1).Name, typeof(T1))));
    }

    /// <summary>Declares the rows that the context is learnt from: two event sources.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "Contexture<X>.From<Rows> reads as a sentence and keeps the two kinds of type arguments apart.")]
    public abstract class From<T1, T2> : Contexture<TInput>
    {
        /// <inheritdoc cref="From{T1}.Define"/>
        protected abstract Definition<TInput> Define(Events<T1> first, Events<T2> second);

        /// <inheritdoc cref="From{T1}.Over"/>
        public Context<TInput> Over(Events<T1> first, Events<T2> second) => Mixable(Define(first, second));

        /// <inheritdoc cref="From{T1}.Learn"/>
        public virtual Learned<TInput> Learn(
            IEnumerable<T1> first, IEnumerable<T2> second, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            ArgumentNullException.ThrowIfNull(second);
            return Begin(options, progress, cancellationToken).Read(0, first).Read(1, second).Finish();
        }

        /// <inheritdoc cref="From{T1}.LearnAsync"/>
        public virtual async Task<Learned<TInput>> LearnAsync(
            IAsyncEnumerable<T1> first, IAsyncEnumerable<T2> second, LearnOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            ArgumentNullException.ThrowIfNull(second);
            var learning = Begin(options, progress, cancellationToken);
            await learning.ReadAsync(0, first).ConfigureAwait(false);
            await learning.ReadAsync(1, second).ConfigureAwait(false);
            return await Task.Run(learning.Finish, cancellationToken).ConfigureAwait(false);
        }

        /// <inheritdoc cref="From{T1}.EmbedNew"/>
        public NewInputs<TInput> EmbedNew(Learned<TInput> learned, IEnumerable<T1> first, IEnumerable<T2> second, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            ArgumentNullException.ThrowIfNull(second);
            return BeginNew(learned, cancellationToken).Read(0, first).Read(1, second).Finish();
        }

        /// <inheritdoc cref="From{T1}.Advise"/>
        /// <param name="first">The rows of the first source.</param>
        /// <param name="second">The rows of the second source.</param>
        /// <param name="options">How candidates are learnt and compared.</param>
        /// <param name="progress">Told while it runs.</param>
        /// <param name="cancellationToken">Stops it.</param>
        public MixAdvice Advise(IEnumerable<T1> first, IEnumerable<T2> second, AdviceOptions? options = null, IProgress<LearnProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(first);
            ArgumentNullException.ThrowIfNull(second);
            options = (options ?? new()).Checked();
            return Begin(options.Learning, progress, cancellationToken).Read(0, first).Read(1, second).Advise(options);
        }

        private protected override Definition<TInput> BuildDefinition() =>
            Define(new(new SourceNode(0, typeof(T1).Name, typeof(T1))), new(new SourceNode(1, typeof(T2).Name, typeof(T2))));
    }
}

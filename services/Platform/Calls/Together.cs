namespace Gms.Platform;

/// <summary>
/// Does in one piece of work what many callers ask at the same moment. The first goes at once; whoever comes while pieces are under way goes with
/// the next. So nobody waits for company when it is quiet, and under load the fixed cost of a piece is shared by more and more.
/// </summary>
/// <param name="most">How many go in one piece.</param>
/// <param name="atOnce">How many pieces are under way at a time.</param>
/// <param name="work">Does a piece, and tells each its result. Whoever is told nothing is told the failure that ended the piece.</param>
public sealed class Together<TItem, TResult>(int most, int atOnce, Func<IReadOnlyList<Asked<TItem, TResult>>, Task> work)
{
    readonly Lock _gate = new();
    readonly Queue<Asked<TItem, TResult>> _waiting = new();
    int _underWay;

    /// <summary>How many wait to go with a next piece.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    public Task<TResult> Ask(TItem item)
    {
        var asked = new Asked<TItem, TResult>(item);
        lock (_gate)
        {
            _waiting.Enqueue(asked);
            if (_underWay == atOnce)
                return asked.Result;
            _underWay++;
        }
        // What is particular to the first caller (its test clock, its trace) is not that of the piece.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(Run);
        return asked.Result;
    }

    async Task Run()
    {
        while (Next() is { } piece)
        {
            try
            {
                await work(piece);
                foreach (var asked in piece)
                    asked.Fail(new InvalidOperationException("A piece of work ended without a result for each of its items."));
            }
#pragma warning disable CA1031 // Whatever ended the piece is told to everybody who waits for it.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (var asked in piece)
                    asked.Fail(failure);
            }
        }
    }

    List<Asked<TItem, TResult>>? Next()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _underWay--;
                return null;
            }
            var piece = new List<Asked<TItem, TResult>>(Math.Min(most, _waiting.Count));
            while (piece.Count < most && _waiting.TryDequeue(out var asked))
                piece.Add(asked);
            return piece;
        }
    }
}

/// <summary>One item of a piece of work, and who waits for its result. The first result counts.</summary>
public sealed class Asked<TItem, TResult>(TItem item)
{
    readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TItem Item { get; } = item;

    public Task<TResult> Result => _result.Task;

    public bool IsAnswered => _result.Task.IsCompleted;

    public void Answer(TResult result) => _result.TrySetResult(result);

    public void Fail(Exception failure) => _result.TrySetException(failure);
}

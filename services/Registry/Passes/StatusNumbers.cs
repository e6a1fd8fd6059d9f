using Npgsql;

namespace Gms.Registry.Passes;

/// <summary>
/// Hands out places in the status lists: from blocks that the database gives, in no order, so that an index says nothing of who came when.
/// What a process had left when it ended is never given.
/// </summary>
sealed class StatusNumbers(NpgsqlDataSource database) : IDisposable
{
    const int Block = 256;

    readonly SemaphoreSlim _one = new(1, 1);
    readonly Queue<long> _left = [];

    public async Task<StatusNumber> Next(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            if (_left.Count == 0)
            {
                await using var ask = database.CreateCommand("SELECT nextval('pass_status_numbers')");
                var first = (long)(await ask.ExecuteScalarAsync(cancel))!;
                var block = Enumerable.Range(0, Block).Select(i => first + i).ToArray();
                Random.Shared.Shuffle(block);
                foreach (var number in block)
                    _left.Enqueue(number);
            }
            return new(_left.Dequeue());
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}

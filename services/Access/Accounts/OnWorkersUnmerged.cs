using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Access.Accounts;

/// <summary>Takes two numbers for two people again: an account reaches the records of its own number only.</summary>
sealed class OnWorkersUnmerged(AccessDb db) : IHandle<WorkersUnmerged>
{
    public async Task Handle(WorkersUnmerged happened, CancellationToken cancel)
    {
        await db.Learn(happened, cancel);
        await db.Commit(cancel);
    }
}

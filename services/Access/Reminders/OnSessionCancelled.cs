using Gms.Events.DepartureOrientation;
using Gms.Platform;

namespace Gms.Access.Reminders;

/// <summary>Tells those who had a place, or waited for one, that there is something to read: nobody is to travel to a session that does not take place.</summary>
sealed class OnSessionCancelled(NewReminders reminders) : IHandle<SessionCancelled>
{
    /// <summary>Where the event does not say when it would have begun.</summary>
    static readonly TimeSpan OfUse = TimeSpan.FromDays(7);

    public Task Handle(SessionCancelled happened, CancellationToken cancel) =>
        reminders.Add(ReminderKind.SessionCancelled, happened.Country, happened.StartsAt ?? happened.OccurredAt + OfUse, [.. happened.WorkerNumbers.Select(worker => (worker, $"{happened.SessionId:N}:{worker}"))], cancel);
}

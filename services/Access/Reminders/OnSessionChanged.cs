using System.Globalization;
using Gms.Events.DepartureOrientation;
using Gms.Platform;

namespace Gms.Access.Reminders;

/// <summary>Tells those who have a place, or wait for one, that there is something to read, until the session begins: once for each change of room, time or trainer.</summary>
sealed class OnSessionChanged(NewReminders reminders) : IHandle<SessionChanged>
{
    public Task Handle(SessionChanged happened, CancellationToken cancel) =>
        happened.Moved is false ? Task.CompletedTask : reminders.Add(ReminderKind.SessionChanged, happened.Country, happened.StartsAt,
            [.. happened.WorkerNumbers.Select(worker => (worker, string.Create(CultureInfo.InvariantCulture, $"{happened.SessionId:N}:{happened.SubjectVersion}:{worker}")))], cancel);
}

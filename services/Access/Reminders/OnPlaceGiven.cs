using System.Globalization;
using Gms.Events.DepartureOrientation;
using Gms.Platform;

namespace Gms.Access.Reminders;

/// <summary>Tells who waited for a place that there is something to read, until the session begins: the place is kept for a worker who comes.</summary>
sealed class OnPlaceGiven(NewReminders reminders) : IHandle<PlaceGiven>
{
    public Task Handle(PlaceGiven happened, CancellationToken cancel) =>
        reminders.Add(ReminderKind.PlaceGiven, happened.Country, happened.StartsAt,
            [(happened.WorkerNumber, string.Create(CultureInfo.InvariantCulture, $"{happened.SubjectId}:{happened.SubjectVersion}"))], cancel);
}

using System.Globalization;
using Gms.Events.DepartureOrientation;
using Gms.Platform;

namespace Gms.Access.Reminders;

/// <summary>Tells who waited for a place that there is something to read, until the session is over: places are given while it runs, too.</summary>
sealed class OnPlaceGiven(NewReminders reminders) : IHandle<PlaceGiven>
{
    public Task Handle(PlaceGiven happened, CancellationToken cancel) =>
        reminders.Add(ReminderKind.PlaceGiven, happened.Country, happened.EndsAt,
            [(happened.WorkerNumber, string.Create(CultureInfo.InvariantCulture, $"{happened.SubjectId}:{happened.SubjectVersion}"))], cancel);
}

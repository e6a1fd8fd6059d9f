using System.Globalization;
using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Access.Reminders;

/// <summary>Has a worker reminded that a stay ends: once for each last day, until that day is over.</summary>
sealed class OnStayEndNeared(NewReminders reminders) : IHandle<StayEndNeared>
{
    public Task Handle(StayEndNeared happened, CancellationToken cancel) =>
        reminders.Add(ReminderKind.StayEnd, happened.Country, happened.Until.AddDays(1).StartIn(happened.Country),
            [(happened.WorkerNumber, string.Create(CultureInfo.InvariantCulture, $"{happened.CrossingId:N}:{happened.Until:yyyyMMdd}"))], cancel);
}

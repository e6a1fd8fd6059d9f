using Gms.Platform;
using Gms.Testing;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Sessions;

public sealed class GetSessionTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    [Fact]
    public async Task Who_came_by_codes_and_has_not_left_is_there_now()
    {
        var session = await host.PlannedSession();
        var (_, here) = await host.EnrolledWorker(session);
        var (_, gone) = await host.EnrolledWorker(session);
        var (_, never) = await host.EnrolledWorker(session);
        await host.Attends(session, gone, Given.At(8), Given.At(9));
        await new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: Given.At(8.5))).CheckInAsync(await host.CheckIn(session, here, Given.At(8.5)));

        var read = (await new Proto.Sessions.SessionsClient(host.As(A.Manager)).GetSessionAsync(new() { SessionId = session })).Session;

        Assert.Equal(Given.At(8.5), read.Attendees.Single(a => a.WorkerNumber == here).InSince.ToDateTimeOffset());
        Assert.All(read.Attendees.Where(a => a.WorkerNumber == gone || a.WorkerNumber == never), a => Assert.Null(a.InSince));
        Assert.Equal(("Before leaving for Thailand", "Trainer One", Proto.Stage.PreDeparture, 288), (read.Title, read.Trainer, read.Stage, read.MinutesNeeded));
    }

    [Fact]
    public async Task A_worker_s_own_place_says_where_it_is_and_that_the_worker_is_inside()
    {
        var (session, worker) = await host.EnrolledWorker();
        await new Proto.Attendance.AttendanceClient(host.As(A.Trainer, clock: Given.At(8))).CheckInAsync(await host.CheckIn(session, worker, Given.At(8)));

        var place = Assert.Single((await new Proto.Sessions.SessionsClient(host.As(Who.TheWorker(worker))).ListPlacesAsync(new() { WorkerNumber = worker })).Places);

        Assert.Equal(("Before leaving for Thailand", "Room 1", "LA", Proto.SessionMode.Room, Proto.SessionState.Planned), (place.Title, place.Room, place.Country, place.Mode, place.SessionState));
        Assert.Equal(Given.At(8), place.InSince.ToDateTimeOffset());
    }
}

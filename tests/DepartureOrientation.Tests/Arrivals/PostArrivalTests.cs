using Gms.DepartureOrientation.Arrivals;
using Gms.Events.Registry;
using Gms.Platform;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Arrivals;

public sealed class PostArrivalTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    static readonly DateTimeOffset Now = Given.At(10);

    [Fact]
    public async Task Who_arrived_and_was_not_oriented_in_time_is_told_to_the_office_of_the_country()
    {
        var worker = WorkerNumber.New("KH");
        var arrival = Arrival(worker, "LA");
        await host.Deliver<WorkerArrived, OnWorkerArrived>(arrival);
        var watch = await host.Db(db => db.ArrivalWatches.AsNoTracking().SingleAsync(w => w.WorkerNumber == worker));
        Assert.Equal((Given.Today, Given.Today.AddDays(30)), (watch.ArrivedOn, watch.DueOn));

        await Overdue(worker);

        var item = Assert.Single(await Eventually.Becomes(() => Items(worker), items => items.Count > 0));
        Assert.Equal(("POST_ARRIVAL_MISSING", "LA", WorkItemState.Open), (item.Kind, item.Country, item.State));
        Assert.Equal((arrival.CrossingId.ToString(), "30", "Low"), (item.Facts["crossing_id"], item.Facts["days"], item.Facts["confidence"]));
        Assert.False(await IsWatched(worker));

        // Back and forth across the border is no second question.
        await host.Deliver<WorkerArrived, OnWorkerArrived>(Arrival(worker, "LA"));
        Assert.False(await IsWatched(worker));
    }

    [Fact]
    public async Task Attendance_of_the_share_of_a_session_after_arrival_ends_the_wait_and_settles_the_question()
    {
        var (waiting, late) = (WorkerNumber.New("KH"), WorkerNumber.New("KH"));
        foreach (var worker in (string[])[waiting, late])
            await host.Deliver<WorkerArrived, OnWorkerArrived>(Arrival(worker, "LA"));
        await Overdue(late);
        await Eventually.Becomes(() => Items(late), items => items.Count > 0);
        var session = await PostArrivalSession();
        var trainer = new Proto.Sessions.SessionsClient(host.As(A.Manager));
        foreach (var worker in (string[])[waiting, late])
        {
            await host.EnrolledWorkerIn(session, worker);
            await trainer.RecordAttendanceAsync(Given.Attendance(session, worker, 300));
        }

        Assert.False(await IsWatched(waiting));
        Assert.Equal(WorkItemState.Closed, Assert.Single(await Items(late)).State);
        await host.Deliver<WorkerArrived, OnWorkerArrived>(Arrival(waiting, "LA"));
        Assert.False(await IsWatched(waiting));    // oriented once
    }

    [Fact]
    public async Task A_session_before_departure_or_less_than_the_share_is_no_orientation_after_arrival()
    {
        var worker = WorkerNumber.New("KH");
        await host.Deliver<WorkerArrived, OnWorkerArrived>(Arrival(worker, "LA"));
        var (before, after) = (await host.PlannedSession(), await PostArrivalSession(16, 23));
        var trainer = new Proto.Sessions.SessionsClient(host.As(A.Manager));
        await host.EnrolledWorkerIn(before, worker);
        await host.EnrolledWorkerIn(after, worker);
        await trainer.RecordAttendanceAsync(Given.Attendance(before, worker, 360));
        await trainer.RecordAttendanceAsync(Given.Attendance(after, worker, 100));

        Assert.True(await IsWatched(worker));
    }

    [Fact]
    public async Task Codes_end_the_wait_as_a_trainer_s_word_does()
    {
        var worker = WorkerNumber.New("KH");
        await host.Deliver<WorkerArrived, OnWorkerArrived>(Arrival(worker, "LA"));
        var session = await PostArrivalSession();
        await host.EnrolledWorkerIn(session, worker);

        await host.Attends(session, worker, Given.At(8), Given.At(13));

        Assert.False(await IsWatched(worker));
    }

    [Fact]
    public async Task Leaving_or_coming_home_ends_the_wait()
    {
        var (exited, returned, listed) = (WorkerNumber.New("KH"), WorkerNumber.New("KH"), WorkerNumber.New("KH"));
        foreach (var worker in (string[])[exited, returned, listed])
            await host.Deliver<WorkerArrived, OnWorkerArrived>(Arrival(worker, "LA"));

        await host.Deliver<WorkerExited, OnWorkerExited>(new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = Now, SubjectId = Given.New(), SubjectVersion = 1, WorkerNumber = exited, Country = "LA", CrossingId = Guid.CreateVersion7(), CrossedAt = Now, Flags = [],
        });
        await host.Deliver<WorkerReturned, OnWorkerReturned>(new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = Now, SubjectId = Given.New(), SubjectVersion = 1, WorkerNumber = returned, Country = "KH", ReturnId = Guid.CreateVersion7(), From = "LA", Reason = "END_CONTRACT", ReturnedOn = Given.Today,
        });
        await host.Deliver<WorkersReturned, OnWorkersReturned>(new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = Now, SubjectId = Given.New(), SubjectVersion = 1, WorkerNumbers = [listed], Country = "KH",
            Returns = [new() { ReturnId = Guid.CreateVersion7(), WorkerNumber = listed, From = "LA", Reason = "END_CONTRACT", ReturnedOn = Given.Today }],
        });

        Assert.False(await IsWatched(exited));
        Assert.False(await IsWatched(returned));
        Assert.False(await IsWatched(listed));
    }

    [Fact]
    public async Task A_list_of_crossings_is_taken_in_their_order_and_an_old_one_without_them_tells_nothing()
    {
        var (came, left) = (WorkerNumber.New("KH"), WorkerNumber.New("KH"));
        CrossingsImported Listed(params ListedCrossing[]? crossings) => new()
        {
            EventId = Guid.CreateVersion7(), OccurredAt = Now, SubjectId = Given.New(), SubjectVersion = 1, WorkerNumbers = [came, left], Country = "LA", Crossings = crossings,
        };

        await host.Deliver<CrossingsImported, OnCrossingsImported>(Listed(null));
        Assert.False(await IsWatched(came));
        await host.Deliver<CrossingsImported, OnCrossingsImported>(Listed(
            new() { CrossingId = Guid.CreateVersion7(), WorkerNumber = left, Kind = "Exit", CrossedAt = Now.AddHours(2) },
            new() { CrossingId = Guid.CreateVersion7(), WorkerNumber = came, Kind = "Arrival", CrossedAt = Now },
            new() { CrossingId = Guid.CreateVersion7(), WorkerNumber = left, Kind = "Arrival", CrossedAt = Now }));

        Assert.True(await IsWatched(came));
        Assert.False(await IsWatched(left));
    }

    [Fact]
    public async Task Who_comes_home_is_not_oriented_after_arrival()
    {
        var worker = WorkerNumber.New("LA");

        await host.Deliver<WorkerArrived, OnWorkerArrived>(Arrival(worker, "LA"));

        Assert.False(await IsWatched(worker));
    }

    [Fact]
    public void A_country_s_own_row_in_force_comes_before_the_one_for_all()
    {
        var own = new ArrivalDeadline("TH", 7, "test", Gms.Type.V1.Confidence.High, new(2027, 1, 1), null);
        var deadlines = new ArrivalDeadlines([own, new("*", 30, "test", Gms.Type.V1.Confidence.Low, null, null)]);

        Assert.Equal((30, 7, 30), (deadlines.Of("TH", new(2026, 12, 31)).Days, deadlines.Of("TH", new(2027, 1, 1)).Days, deadlines.Of("KH", new(2027, 1, 1)).Days));
    }

    static WorkerArrived Arrival(string worker, string country) => new()
    {
        EventId = Guid.CreateVersion7(), OccurredAt = Now, SubjectId = Given.New(), SubjectVersion = 1, WorkerNumber = worker, Country = country, CrossingId = Guid.CreateVersion7(), CrossedAt = Now, Flags = [],
    };

    async Task<string> PostArrivalSession(double from = 8, double to = 16)
    {
        var curriculum = Given.Curriculum();
        (curriculum.Stage, curriculum.Programme, curriculum.Origin, curriculum.Destination) = (Proto.Stage.PostArrival, "IOM-MICIC", "", "LA");
        foreach (var module in curriculum.Modules)
        {
            module.Stage = Proto.Stage.PostArrival;
            module.Code += "-PA";
        }
        var published = (await new Proto.Curricula.CurriculaClient(host.As(A.Manager)).PublishCurriculumAsync(curriculum)).CurriculumId;
        var plan = await host.Session();    // its trainer is certified for what is published by then
        plan.CurriculumId = published;
        (plan.StartsAt, plan.EndsAt) = (Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Given.At(from)), Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(Given.At(to)));
        return (await new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(plan)).SessionId;
    }

    Task<int> Overdue(string worker) => host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE arrival_watches SET due_on = '2026-01-01' WHERE worker_number = {worker}"));

    Task<bool> IsWatched(string worker) => host.Db(db => db.ArrivalWatches.AnyAsync(w => w.WorkerNumber == worker));

    Task<List<WorkItem>> Items(string worker) => host.Db(db => db.WorkItems.AsNoTracking().Where(i => i.Key.StartsWith(worker)).ToListAsync());
}

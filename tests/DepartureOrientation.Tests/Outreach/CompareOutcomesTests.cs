using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Outreach;

public sealed class CompareOutcomesTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    const string Cohort = "/gms.registry.v1.Statistics/CountCohort";
    const string Complainants = "/gms.recruitment.v1.Statistics/CountComplainants";

    /// <summary>The year in which the sessions of these tests ended in full months; in January the present year has none.</summary>
    static int Year => Given.Today.AddDays(-58).Year;

    Proto.Outreach.OutreachClient Outreach => new(host.As(A.Officer));

    [Fact]
    public async Task Who_was_taught_under_a_training_stands_beside_everybody_else()
    {
        var training = await new GivenTraining(host).Held("", "");
        var workers = await training.RolledOut(12);
        await new GivenTraining(host, 55).Held("");
        IReadOnlyList<string> asked = [];
        host.Peers.Answer(Cohort, (CountCohortRequest request) =>
        {
            asked = [.. request.Groups[0].Members.Select(m => m.WorkerNumber)];
            Assert.All(request.Groups[0].Members, m => Assert.Equal(Given.Today.AddDays(-58).ToProto(), m.Since));
            return new CountCohortResponse { Departed = 100, Threshold = 10, Groups = { new CohortCount { Departed = 12, BySex = { ["female"] = 12 } } } };
        });
        host.Peers.Answer(Complainants, (CountComplainantsRequest _) => new CountComplainantsResponse { Complained = 44, OfMembers = 0, Threshold = 5 });

        var told = await Outreach.CompareOutcomesAsync(new() { Country = "LA", Year = Year, TrainingSessionId = training.Session });

        Assert.Equal(workers.Order(StringComparer.Ordinal), asked);
        Assert.Equal((2, 1), (told.Trainers, told.Sessions));
        Assert.Equal((12, 12, 0, 0.0), (told.With.Certified, told.With.Departed, told.With.Complained, told.With.ComplainedPerHundred));
        Assert.Equal((false, 88, 44, 50.0), (told.Without.HasCertified, told.Without.Departed, told.Without.Complained, told.Without.ComplainedPerHundred));
        Assert.StartsWith("A difference, not a cause", told.Caveat, StringComparison.Ordinal);
        Assert.Empty(told.Unknown);
    }

    [Fact]
    public async Task Where_nobody_was_taught_everybody_is_without()
    {
        host.Peers.Answer(Cohort, (CountCohortRequest _) => new CountCohortResponse { Departed = 100, Threshold = 10, Groups = { new CohortCount { TooFew = true } } });
        host.Peers.Answer(Complainants, (CountComplainantsRequest _) => new CountComplainantsResponse { Complained = 20, Threshold = 5 });
        var training = await new GivenTraining(host, 51).Held("");

        var told = await Outreach.CompareOutcomesAsync(new() { Country = "LA", Year = Year, TrainingSessionId = training.Session });

        Assert.Equal((0, 0, 0), (told.With.Certified, told.With.Departed, told.With.Complained));
        Assert.Equal((100, 20, 20.0), (told.Without.Departed, told.Without.Complained, told.Without.ComplainedPerHundred));
    }

    [Fact]
    public async Task A_part_that_does_not_answer_leaves_its_figures_unknown()
    {
        host.Peers.TakeDown(Cohort);
        host.Peers.Answer(Complainants, (CountComplainantsRequest _) => new CountComplainantsResponse { Complained = 0, OfMembers = 0, Threshold = 5 });
        var training = await new GivenTraining(host, 57).Held("");

        var told = await Outreach.CompareOutcomesAsync(new() { Country = "LA", Year = Year, TrainingSessionId = training.Session });

        Assert.Equal(["Registry did not answer how many left."], told.Unknown);
        Assert.False(told.With.HasDeparted || told.Without.HasDeparted || told.Without.HasComplainedPerHundred);
        Assert.True(told.With.HasComplained);
    }

    [Fact]
    public async Task A_session_of_workers_is_no_training_and_an_unknown_one_is_not_there()
    {
        var session = await host.PlannedSession();

        Assert.Equal(["OUTREACH_NO_TRAINING"], await Refused.Codes(StatusCode.FailedPrecondition, () => Outreach.CompareOutcomesAsync(new() { Country = "LA", TrainingSessionId = session })));
        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Outreach.CompareOutcomesAsync(new() { Country = "LA", TrainingSessionId = Given.New() })));
    }

    [Fact]
    public async Task Workers_are_counted_by_corridor_sex_and_language_and_small_counts_hide()
    {
        var training = await new GivenTraining(host, 53).Held("");
        await training.RolledOut(22);
        host.Peers.Answer(Cohort, (CountCohortRequest request) => new CountCohortResponse
        {
            Threshold = 10,
            Groups = { request.Groups.Select(g => new CohortCount { Key = g.Key, BySex = { ["female"] = g.Members.Count - 3, ["male"] = 3 } }) },
        });

        var told = await Outreach.CountOrientedAsync(new() { Country = "LA", Year = Given.Today.AddDays(-51).Year });

        var corridor = told.ByCorridor.ToDictionary(c => (c.Value, c.Sex));
        Assert.True(corridor[("LA-TH", "")].Count >= 22);
        Assert.True(corridor[("LA-TH", "male")].Suppressed && corridor[("LA-TH", "female")].Suppressed);
        Assert.True(corridor[("", "male")].Suppressed);
        Assert.Equal(corridor[("", "")].Count, told.ByLanguage.Single(c => (c.Value, c.Sex) == ("lo", "")).Count);

        host.Peers.TakeDown(Cohort);
        Assert.Equal(["OUTREACH_PART_DOWN"], await Refused.Codes(StatusCode.Unavailable, () => Outreach.CountOrientedAsync(new() { Country = "LA", Year = Year })));
    }
}

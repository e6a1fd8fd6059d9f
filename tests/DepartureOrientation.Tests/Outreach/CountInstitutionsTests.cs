using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Outreach;

public sealed class CountInstitutionsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    Proto.Outreach.OutreachClient Outreach => new(host.As(A.Officer));

    [Fact]
    public async Task An_institution_is_reached_while_a_certified_trainer_works_there()
    {
        var training = new GivenTraining(host);
        var (school, other, centre) = (await training.Institution(Proto.InstitutionKind.Tvet, "LA-VT"), await training.Institution(Proto.InstitutionKind.Tvet), await training.Institution(Proto.InstitutionKind.SkillsCentre));
        await training.Held(school, school, centre, "");

        Assert.Equal(
            [("SkillsCentre", "ZZ", 1, 1, 1), ("SkillsCentre", "", 1, 1, 1), ("Tvet", "LA-VT", 1, 1, 2), ("Tvet", "ZZ", 1, 0, 0), ("Tvet", "", 2, 1, 2)],
            (await Rows(Given.Today)).Where(r => r.Item1 is "SkillsCentre" or "Tvet"));
        var (_, _, all, reached, trainers) = (await Rows(Given.Today))[^1];
        Assert.Equal((2, 3), (reached, trainers));
        Assert.True(all > 3);
        Assert.Contains(("Tvet", "", 2, 0, 0), await Rows(Given.Today.AddDays(-60)));

        await new Proto.Trainers.TrainersClient(host.As(A.Officer)).WithdrawTrainerAsync(new() { RequestId = Given.New(), TrainerId = training.Trainers[2], From = Given.Today.ToProto(), Reason = Proto.WithdrawalReason.OwnWish });
        Assert.Contains(("SkillsCentre", "", 1, 0, 0), await Rows(Given.Today));
        Assert.Contains(("SkillsCentre", "", 1, 1, 1), await Rows(Given.Today.AddDays(-1)));
        Assert.NotEqual(other, school);
    }

    [Fact]
    public async Task Sessions_are_counted_for_each_trainer_those_with_none_too()
    {
        var training = await new GivenTraining(host, 50).Held("", "");
        await training.RolledOut(1, 3);

        var trainers = (await new Proto.Outreach.OutreachClient(host.As(A.Manager)).CountSessionsAsync(new() { Country = "LA", Year = Given.Today.AddDays(-47).Year, PageSize = 200 })).Trainers.ToDictionary(t => t.TrainerId);

        Assert.Equal((1, 0), (trainers[training.Trainers[0]].Sessions, trainers[training.Trainers[0]].Trainings));
        Assert.Equal((0, 0), (trainers[training.Trainers[1]].Sessions, trainers[training.Trainers[1]].Trainings));
        Assert.Contains(trainers.Values, t => t.Trainings == 1);
    }

    [Fact]
    public async Task Of_another_country_nothing_is_told()
    {
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => new Proto.Outreach.OutreachClient(host.As(Who.Is(Role.MinistryOfficer, "TH"))).CountInstitutionsAsync(new() { Country = "LA" })));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => new Proto.Outreach.OutreachClient(host.As(Who.Is(Role.Statistician, "LA"))).CountSessionsAsync(new() { Country = "LA" })));
    }

    async Task<List<(string, string, int, int, int)>> Rows(DateOnly day) => [.. (await Outreach.CountInstitutionsAsync(new() { Country = "LA", Day = day.ToProto() })).Rows
        .Select(r => (r.Kind.ToString(), r.Province, r.Institutions, r.WithCertifiedTrainer, r.CertifiedTrainers))];
}

using Gms.DepartureOrientation.Outreach;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Outreach;

public sealed class CompareStatedTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    Proto.Outreach.OutreachClient Outreach => new(host.As(A.Officer));

    [Fact]
    public async Task Without_records_what_is_stated_is_not_recorded_and_nothing_agrees_by_itself()
    {
        var figures = (await Outreach.CompareStatedAsync(new() { Country = "LA", Programme = "LA-PROMISE-TOT" })).Figures.ToDictionary(f => f.Code);

        Assert.Equal((Proto.Agreement.NotRecorded, ""), (figures["FIRST_TOT_TEACHERS"].Agreement, figures["FIRST_TOT_TEACHERS"].Computed));
        Assert.Equal(Proto.Agreement.NotStated, figures["SECOND_TOT_YEAR"].Agreement);
        Assert.Empty(figures["SECOND_TOT_YEAR"].Statements);
        Assert.Equal(Proto.Agreement.TextsDiffer, figures["CENTRES_REACHED"].Agreement);
        Assert.Equal(["6 of 6", "at least 8"], figures["CENTRES_REACHED"].Statements.Select(s => s.Value));
        Assert.DoesNotContain(figures.Values, f => f.Agreement == Proto.Agreement.Agrees);
    }

    /// <summary>Two trainings of a programme of its own: what a real programme's figures would be held against.</summary>
    [Fact]
    public async Task The_records_tell_of_trainings_in_the_order_of_time()
    {
        var training = new GivenTraining(host);
        var (school, centre) = (await training.Institution(Proto.InstitutionKind.Tvet, "LA-VT"), await training.Institution(Proto.InstitutionKind.SkillsCentre, "LA-SV"));
        await training.Held(school, school, centre, "");
        await training.RolledOut(2);
        var programme = new StatedProgramme("P", "LA", training.Code, []);

        var records = await host.Db(db => ProgrammeRecords.Read(db, "LA", programme, TestContext.Current.CancellationToken));

        string? Computed(Computation computes, int? number = 1, Gms.DepartureOrientation.Institutions.InstitutionKind? kind = null) => records.Compute(new("C", "T", computes, number, kind, [], null));
        Assert.Equal("4", Computed(Computation.TrainingParticipants));
        Assert.Equal(("2", "1"), (Computed(Computation.TrainingInstitutions), Computed(Computation.TrainingInstitutions, kind: Gms.DepartureOrientation.Institutions.InstitutionKind.Tvet)));
        Assert.Equal(("2", "1", "2"), (Computed(Computation.TrainingProvinces), Computed(Computation.TrainingDays), Computed(Computation.Modules)));
        Assert.Equal(("1", "1 of 1"), (Computed(Computation.RollOutSessions), Computed(Computation.InstitutionsReached, kind: Gms.DepartureOrientation.Institutions.InstitutionKind.SkillsCentre)));
        Assert.Null(Computed(Computation.TrainingParticipants, 2));
        Assert.Null(Computed(Computation.None));
    }

    [Fact]
    public async Task A_programme_that_is_not_in_the_data_is_refused_and_another_country_has_only_what_is_of_all_six()
    {
        Assert.Equal(["programme"], await Refused.Fields(StatusCode.InvalidArgument, () => Outreach.CompareStatedAsync(new() { Country = "LA", Programme = "NONE" })));
        var thai = new Proto.Outreach.OutreachClient(host.As(Who.Is(Platform.Role.MinistryOfficer, "TH")));
        Assert.Equal(["CDP_PARTICIPANTS", "CDP_COUNTRIES", "CDP_MEASURES"], (await thai.CompareStatedAsync(new() { Country = "TH" })).Figures.Select(f => f.Code));
    }
}

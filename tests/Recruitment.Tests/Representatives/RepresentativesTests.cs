using Gms.Platform;
using Gms.Recruitment.Representatives;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Representatives;

public sealed class RepresentativesTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    readonly Proto.Representatives.RepresentativesClient _office = host.Representatives();

    static Proto.RegisterRepresentativeRequest Branch(Guid agency) => new()
    {
        RequestId = Ask.NewId(), AgencyId = agency.ToString(), Kind = Proto.RepresentativeKind.Branch, Name = "ສາຂາ ສະຫວັນນະເຂດ", Subdivision = "LA-SV", From = Ask.Day(2026, 1, 1), RegistrationNumber = "B-1",
    };

    static Proto.RegisterRepresentativeRequest SubAgent(Guid agency, string number) => new()
    {
        RequestId = Ask.NewId(), AgencyId = agency.ToString(), Kind = Proto.RepresentativeKind.SubAgent, Name = "ຕົວແທນ", RegistrationNumber = number, From = Ask.Day(2026, 1, 1),
    };

    async Task<List<string>> On(Guid agency, int year, int month, int day) =>
        [.. (await _office.ListRepresentativesAsync(new() { AgencyId = agency.ToString(), AsOf = Ask.Day(year, month, day) })).Representatives.Select(r => r.RepresentativeId)];

    [Fact]
    public async Task Who_acts_for_an_agency_is_told_as_of_any_day()
    {
        var (agency, _) = await host.LicensedAgency();
        var branch = (await _office.RegisterRepresentativeAsync(Branch(agency))).RepresentativeId;
        await _office.EndRepresentativeAsync(new() { RequestId = Ask.NewId(), RepresentativeId = branch, LastDay = Ask.Day(2026, 6, 30) });

        Assert.Empty(await On(agency, 2025, 12, 31));
        Assert.Equal([branch], await On(agency, 2026, 1, 1));
        Assert.Equal([branch], await On(agency, 2026, 6, 30));
        Assert.Empty(await On(agency, 2026, 7, 1));
        Assert.Equal([1L, 2L], await host.Db(db => db.Outbox.Where(e => e.SubjectId == branch).OrderBy(e => e.SubjectVersion).Select(e => e.SubjectVersion).ToListAsync()));
    }

    [Fact]
    public async Task The_same_branch_is_registered_once_for_a_day()
    {
        var (agency, _) = await host.LicensedAgency();
        await _office.RegisterRepresentativeAsync(Branch(agency));

        Assert.Equal(["REPRESENTATIVE_REGISTERED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _office.RegisterRepresentativeAsync(Branch(agency))));
    }

    [Fact]
    public async Task A_sub_agent_of_a_second_agency_is_flagged_while_no_rule_is_sure()
    {
        var (first, _) = await host.LicensedAgency();
        var (second, _) = await host.LicensedAgency();
        var number = Ask.NewId();
        Assert.DoesNotContain("SUB_AGENT_OF_OTHER_AGENCY", (await _office.RegisterRepresentativeAsync(SubAgent(first, number))).Checks.Select(c => c.Code));

        Assert.Contains("SUB_AGENT_OF_OTHER_AGENCY", (await _office.RegisterRepresentativeAsync(SubAgent(second, number))).Checks.Select(c => c.Code));
    }

    [Fact]
    public async Task The_database_keeps_to_one_agency_whom_a_sure_rule_ties_to_one()
    {
        var (first, _) = await host.LicensedAgency();
        var (second, _) = await host.LicensedAgency();
        var number = Ask.NewId();
        Representative Tied(Guid agency) => new()
        {
            Id = Guid.CreateVersion7(), AgencyId = agency, Country = "LA", Kind = RepresentativeKind.SubAgent, Name = "x", RegistrationNumber = number, From = new(2026, 1, 1), OneAgency = true, RegisteredAt = DateTimeOffset.UtcNow,
        };
        async Task<int> Save(Guid agency) => await host.Db(async db =>
        {
            db.Representatives.Add(Tied(agency));
            return await db.SaveChangesAsync();
        });
        host.Announce("An exception occurred in the database while saving changes");
        host.Announce("Failed executing DbCommand");

        await Save(first);
        var broken = await Assert.ThrowsAsync<DbUpdateException>(() => Save(second));

        Assert.Equal("agency_representatives_one_agency", ((PostgresException)broken.InnerException!).ConstraintName);
    }

    [Fact]
    public async Task The_agency_reads_its_own_and_registers_none_itself()
    {
        var (agency, _) = await host.LicensedAgency();
        var (other, _) = await host.LicensedAgency();
        var own = host.Representatives(Who.AgencyOfficer(agency, "LA"));
        await _office.RegisterRepresentativeAsync(Branch(agency));

        Assert.Single((await own.ListRepresentativesAsync(new() { AgencyId = agency.ToString() })).Representatives);
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => own.RegisterRepresentativeAsync(SubAgent(agency, "1"))));
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => own.ListRepresentativesAsync(new() { AgencyId = other.ToString() })));
    }

    [Fact]
    public async Task Only_an_office_abroad_is_in_another_country()
    {
        var (agency, _) = await host.LicensedAgency();
        var request = Branch(agency);
        request.Country = "TH";
        Assert.Equal(["country"], await Refused.Fields(StatusCode.InvalidArgument, () => _office.RegisterRepresentativeAsync(request)));

        request.Kind = Proto.RepresentativeKind.OfficeAbroad;
        request.Subdivision = "TH-10";
        Assert.NotEmpty((await _office.RegisterRepresentativeAsync(request)).RepresentativeId);
    }
}

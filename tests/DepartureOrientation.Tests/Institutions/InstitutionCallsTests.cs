using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Institutions;

public sealed class InstitutionCallsTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Institutions.InstitutionsClient _officer = new(host.As(A.Officer));

    [Fact]
    public async Task An_accredited_institution_is_shown_with_its_accreditations()
    {
        var id = await host.AccreditedInstitution(organisation: "tvet-7");

        var shown = (await _officer.GetInstitutionAsync(new() { InstitutionId = id })).Institution;

        Assert.Equal(("LA", Proto.InstitutionKind.Tvet, "LA-VT", "tvet-7"), (shown.Country, shown.Kind, shown.Province, shown.Organisation));
        Assert.Equal("1/MoLSW", Assert.Single(shown.Accreditations).Reference);
    }

    [Fact]
    public async Task Two_institutions_of_one_name_in_one_country_are_refused()
    {
        Proto.RegisterInstitutionRequest Request() => new() { RequestId = Given.New(), Country = "LA", Name = "The same", Kind = Proto.InstitutionKind.Ivet };
        await _officer.RegisterInstitutionAsync(Request());

        Assert.Equal(["INSTITUTION_NAME_TAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.RegisterInstitutionAsync(Request())));
    }

    [Fact]
    public async Task Of_two_accreditations_at_once_for_the_same_days_one_stands()
    {
        var id = (await _officer.RegisterInstitutionAsync(new() { RequestId = Given.New(), Country = "LA", Name = Given.New(), Kind = Proto.InstitutionKind.Ivet })).InstitutionId;

        var stood = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await _officer.AccreditInstitutionAsync(Accreditation(id));
                return true;
            }
            catch (RpcException refusal) when (refusal.StatusCode is StatusCode.FailedPrecondition or StatusCode.Aborted)
            {
                return false;
            }
        }));

        Assert.Single(stood, s => s);
        Assert.Single((await _officer.GetInstitutionAsync(new() { InstitutionId = id })).Institution.Accreditations);
    }

    [Fact]
    public async Task A_manager_does_not_accredit_not_even_the_own_organisation_s()
    {
        var manager = new Proto.Institutions.InstitutionsClient(host.As(A.Manager));

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => manager.AccreditInstitutionAsync(Accreditation(Given.New()))));
    }

    [Fact]
    public async Task Another_country_s_officer_finds_nothing_to_accredit()
    {
        var id = await host.AccreditedInstitution();
        var khmer = new Proto.Institutions.InstitutionsClient(host.As(Who.Is(Role.MinistryOfficer, "KH")));

        Assert.Equal(["INSTITUTION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.AccreditInstitutionAsync(Accreditation(id))));
    }

    static Proto.AccreditInstitutionRequest Accreditation(string id) =>
        new() { RequestId = Given.New(), InstitutionId = id, StartsOn = Given.Today.ToProto(), EndsOn = Given.Today.ToProto(), Reference = "2" };
}

using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Institutions;

public sealed class AccreditationTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Institutions.InstitutionsClient _officer = new(host.As(A.Officer));

    [Fact]
    public async Task An_accreditation_is_extended_and_what_it_was_before_is_kept()
    {
        var (institution, accreditation) = await Accredited(30);

        await _officer.ExtendAccreditationAsync(Extension(accreditation, 60));

        var shown = await Shown(institution);
        Assert.Equal(Given.Today.AddDays(60).ToProto(), shown.EndsOn);
        Assert.Equal((Given.Today.AddDays(30).ToProto(), "2/MoLSW"), (Assert.Single(shown.Extensions).FormerEndsOn, shown.Extensions[0].Reference));
    }

    [Fact]
    public async Task An_extension_goes_beyond_the_last_day_and_into_no_other_period()
    {
        var (institution, accreditation) = await Accredited(30);
        await _officer.AccreditInstitutionAsync(new() { RequestId = Given.New(), InstitutionId = institution, StartsOn = Given.Today.AddDays(50).ToProto(), EndsOn = Given.Today.AddDays(90).ToProto(), Reference = "3" });

        Assert.Equal(["ACCREDITATION_NOT_LATER"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.ExtendAccreditationAsync(Extension(accreditation, 30))));
        Assert.Equal(["ACCREDITATION_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.ExtendAccreditationAsync(Extension(accreditation, 50))));
        await _officer.ExtendAccreditationAsync(Extension(accreditation, 49));
    }

    [Fact]
    public async Task A_withdrawn_accreditation_holds_no_session_on_that_day_or_later_and_another_may_follow()
    {
        var (institution, accreditation) = await Accredited(30);

        await _officer.WithdrawAccreditationAsync(Withdrawal(accreditation, 0));

        Assert.Equal(["SESSION_INSTITUTION_NOT_ACCREDITED"], await Refused.Codes(StatusCode.FailedPrecondition, await Plan(institution)));
        Assert.Equal(["ACCREDITATION_WITHDRAWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.WithdrawAccreditationAsync(Withdrawal(accreditation, 1))));
        Assert.Equal(["ACCREDITATION_WITHDRAWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.ExtendAccreditationAsync(Extension(accreditation, 60))));
        await _officer.AccreditInstitutionAsync(new() { RequestId = Given.New(), InstitutionId = institution, StartsOn = Given.Today.ToProto(), EndsOn = Given.Today.AddDays(9).ToProto(), Reference = "4" });
    }

    [Fact]
    public async Task Only_the_country_s_office_extends_and_withdraws()
    {
        var (_, accreditation) = await Accredited(30);
        var khmer = new Proto.Institutions.InstitutionsClient(host.As(Who.Is(Role.MinistryOfficer, "KH")));

        Assert.Equal(["ACCREDITATION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.ExtendAccreditationAsync(Extension(accreditation, 60))));
        Assert.Equal(["ACCREDITATION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.WithdrawAccreditationAsync(Withdrawal(accreditation, 0))));
    }

    [Fact]
    public async Task Institutions_are_listed_by_country_kind_province_and_day()
    {
        var id = (await _officer.RegisterInstitutionAsync(new() { RequestId = Given.New(), Country = "LA", Name = Given.New(), Kind = Proto.InstitutionKind.CivilSociety, Province = "LA-PH" })).InstitutionId;
        await _officer.AccreditInstitutionAsync(new() { RequestId = Given.New(), InstitutionId = id, StartsOn = Given.Today.ToProto(), EndsOn = Given.Today.ToProto(), Reference = "1" });

        async Task<IEnumerable<string>> Found(Action<Proto.ListInstitutionsRequest> narrow)
        {
            Proto.ListInstitutionsRequest asked = new() { Country = "LA", Kind = Proto.InstitutionKind.CivilSociety };
            narrow(asked);
            return (await _officer.ListInstitutionsAsync(asked)).Institutions.Select(i => i.InstitutionId);
        }

        Assert.Equal([id], await Found(r => r.Province = "LA-PH"));
        Assert.Equal([id], await Found(r => r.AccreditedOn = Given.Today.ToProto()));
        Assert.Empty(await Found(r => r.AccreditedOn = Given.Today.AddDays(1).ToProto()));
        Assert.Empty(await Found(r => r.Province = "LA-VT"));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended()
    {
        var officer = new Proto.Institutions.InstitutionsClient(host.As(Who.Is(Role.MinistryOfficer, "VN")));
        List<string> made = [], listed = [];
        for (var i = 0; i < 3; i++)
            made.Add((await officer.RegisterInstitutionAsync(new() { RequestId = Given.New(), Country = "VN", Name = Given.New(), Kind = Proto.InstitutionKind.Ivet })).InstitutionId);

        var token = "";
        do
        {
            var page = await officer.ListInstitutionsAsync(new() { Country = "VN", PageSize = 2, PageToken = token });
            listed.AddRange(page.Institutions.Select(i => i.InstitutionId));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(made, listed);
        Assert.Equal(["PAGE_TOKEN_MALFORMED"], await Refused.Codes(StatusCode.InvalidArgument, () => officer.ListInstitutionsAsync(new() { PageToken = "x" })));
    }

    [Fact]
    public async Task A_province_that_does_not_exist_is_refused() => Assert.Equal(["INSTITUTION_PROVINCE_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition,
        () => _officer.RegisterInstitutionAsync(new() { RequestId = Given.New(), Country = "LA", Name = Given.New(), Kind = Proto.InstitutionKind.Ivet, Province = "LA-QQ" })));

    async Task<(string Institution, string Accreditation)> Accredited(int days)
    {
        var id = (await _officer.RegisterInstitutionAsync(new() { RequestId = Given.New(), Country = "LA", Name = Given.New(), Kind = Proto.InstitutionKind.Tvet })).InstitutionId;
        var accreditation = await _officer.AccreditInstitutionAsync(new() { RequestId = Given.New(), InstitutionId = id, StartsOn = Given.Today.AddDays(-30).ToProto(), EndsOn = Given.Today.AddDays(days).ToProto(), Reference = "1/MoLSW" });
        return (id, accreditation.AccreditationId);
    }

    async Task<Func<AsyncUnaryCall<Proto.PlanSessionResponse>>> Plan(string institution)
    {
        var request = await host.Session(institution: institution);
        return () => new Proto.Sessions.SessionsClient(host.As(A.Manager)).PlanSessionAsync(request);
    }

    async Task<Proto.Accreditation> Shown(string institution) => Assert.Single((await _officer.GetInstitutionAsync(new() { InstitutionId = institution })).Institution.Accreditations);

    static Proto.ExtendAccreditationRequest Extension(string accreditation, int day) => new() { RequestId = Given.New(), AccreditationId = accreditation, EndsOn = Given.Today.AddDays(day).ToProto(), Reference = "2/MoLSW" };

    static Proto.WithdrawAccreditationRequest Withdrawal(string accreditation, int day) => new() { RequestId = Given.New(), AccreditationId = accreditation, From = Given.Today.AddDays(day).ToProto(), Reference = "5/MoLSW" };
}

using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Npgsql;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Coverage;

public sealed class CheckCoverageListTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Coverage.CoverageClient _officer = new(host.As(Who.Is(Role.SocialSecurityOfficer, "TH"), "social-security", Given.Now));

    [Fact]
    public async Task A_list_says_in_short_what_each_check_says_at_length()
    {
        var (insured, stranger) = (await Member(), host.Worker());

        var answers = (await Ask(_officer, Piece(insured, stranger))).Single().Answers;

        foreach (var answer in answers)
        {
            var whole = await _officer.CheckCoverageAsync(Given.Coverage(answer.WorkerNumber, "2026-04-20"));
            Assert.Equal(
                whole.Branches.Select(b => (b.Branch, b.State, b.Schemes.FirstOrDefault()?.SchemeId ?? "", b.Schemes.FirstOrDefault()?.MonthsCounted ?? 0, (Gms.Type.V1.Date?)b.Schemes.FirstOrDefault()?.WaitingFrom, b.Schemes.FirstOrDefault()?.Source.Confidence ?? Gms.Type.V1.Confidence.Unspecified)),
                answer.Branches.Select(b => (b.Branch, b.State, b.SchemeId, b.MonthsCounted, (Gms.Type.V1.Date?)b.WaitingFrom, b.Confidence)));
            Assert.Equal(whole.Checks.Single().Outcome, answer.CompulsorySchemes);
        }
        Assert.Equal([Proto.CoverageState.Covered, Proto.CoverageState.NotCovered], answers.Select(a => Care(a).State));
    }

    [Fact]
    public async Task A_list_says_how_sure_the_rule_is_that_decided_and_nothing_of_what_another_country_holds()
    {
        var worker = host.Worker("VN");
        var piece = Piece(worker);
        piece.Nationality = "VN";
        var before = (await Ask(_officer, piece)).Single();
        await new Proto.Memberships.MembershipsClient(host.Officer("VN")).StartMembershipAsync(Given.Start(worker, "VN-SI-OWC"));

        Assert.Equal(before, (await Ask(_officer, piece)).Single());
        // Three months within fifteen: commonly told, and no document at hand confirms it.
        Assert.Equal((Proto.CoverageState.Covered, Gms.Type.V1.Confidence.Low), (await Ask(_officer, Piece(await Member()))).Single().Answers.Single() is var a ? (Care(a).State, Care(a).Confidence) : default);
        Assert.All((await Ask(_officer, piece)).Single().Answers.Single().Branches.Where(b => b.SchemeId.Length > 0), b => Assert.NotEqual(Gms.Type.V1.Confidence.Unspecified, b.Confidence));
    }

    [Fact]
    public async Task A_number_that_is_none_says_so_and_the_others_are_answered()
    {
        var insured = await Member();

        var answers = (await Ask(_officer, Piece("LA-0000-0000-1", insured))).Single().Answers;

        Assert.Equal(("WORKER_NUMBER_MALFORMED", ""), (answers[0].Problem.Code, answers[0].WorkerNumber));
        Assert.Equal(Proto.CoverageState.Covered, Care(answers[1]).State);
    }

    [Fact]
    public async Task Pieces_are_answered_in_their_order_and_each_worker_is_told()
    {
        var (one, other) = (await Member(), host.Worker());

        var pieces = await Ask(_officer, Piece(one), Piece(other, other), Piece(one));

        Assert.Equal([[one], [other, other], [one]], pieces.Select(p => p.Answers.Select(a => a.WorkerNumber)));
        Assert.Equal((2, 1), (await Told(one), await Told(other)));
    }

    [Fact]
    public async Task A_wrong_piece_is_refused_and_what_was_answered_before_stays_told()
    {
        var worker = host.Worker();
        var wrong = Piece(worker);
        wrong.EmploymentType = "SOME";

        Assert.Equal(["VALUE_UNKNOWN"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Ask(_officer, Piece(worker), wrong)));
        Assert.Equal(1, await Told(worker));
    }

    [Fact]
    public async Task No_piece_no_worker_and_1001_workers_are_refused()
    {
        Assert.Equal(["COVERAGE_LIST_SIZE"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Ask(_officer)));
        Assert.Equal(["COVERAGE_LIST_SIZE"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Ask(_officer, Piece())));
        Assert.Equal(["COVERAGE_LIST_SIZE"], await Refused.StreamCodes(StatusCode.InvalidArgument, () => Ask(_officer, Piece([.. Enumerable.Repeat(host.Worker(), 1001)]))));
    }

    [Fact]
    public async Task Another_country_s_office_reads_nobody()
    {
        var worker = await Member();
        var other = new Proto.Coverage.CoverageClient(host.As(Who.Is(Role.SocialSecurityOfficer, "KH"), "social-security", Given.Now));

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.StreamCodes(StatusCode.PermissionDenied, () => Ask(other, Piece(worker))));
        Assert.Equal(0, await Told(worker));
    }

    async Task<string> Member()
    {
        var worker = host.Worker();
        var membership = (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker))).MembershipId;
        for (var month = 1; month <= 3; month++)
            await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, month));
        return worker;
    }

    static Proto.CheckCoverageListRequest Piece(params string[] workers) => new() { Country = "TH", Day = Given.Date("2026-04-20"), EmploymentType = "FORMAL", Channel = "MOU_S59", WorkerNumbers = { workers } };

    static Proto.BranchState Care(Proto.CoverageListAnswer answer) => answer.Branches.Single(b => b.Branch == Proto.Branch.MedicalCare);

    static async Task<List<Proto.CheckCoverageListResponse>> Ask(Proto.Coverage.CoverageClient client, params Proto.CheckCoverageListRequest[] pieces)
    {
        using var list = client.CheckCoverageList();
        foreach (var piece in pieces)
            await list.RequestStream.WriteAsync(piece);
        await list.RequestStream.CompleteAsync();
        var answers = new List<Proto.CheckCoverageListResponse>();
        await foreach (var answer in list.ResponseStream.ReadAllAsync())
            answers.Add(answer);
        return answers;
    }

    async Task<long> Told(string worker)
    {
        await using var owner = NpgsqlDataSource.Create(host.Database.OwnerConnection);
        await using var command = owner.CreateCommand("SELECT count(*) FROM audit WHERE subject = $1 AND event = 'coverage-list-checked' AND kind = 'read'");
        command.Parameters.AddWithValue(worker);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

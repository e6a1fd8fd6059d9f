using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Contracts;

/// <summary>What a contract says changes by versions, each with its text, hash and signatures.</summary>
public sealed class ContractVersionsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    Proto.Contracts.ContractsClient As(Guid agency, DateTimeOffset? at = null) => host.Contracts(Who.AgencyOfficer(agency, "LA"), "recruitment", at);

    static Proto.AmendContractRequest Better(string contract, int version = 1)
    {
        var request = new Proto.AmendContractRequest
        {
            RequestId = Ask.NewId(), ContractId = contract, Version = version, Terms = Ask.Terms(), SignedOn = Ask.Day(2026, 11, 21), Languages = { "lo", "th" },
            Documents = { new Proto.ContractDocument { Language = "lo", Sha256 = Hash, Reference = "file 7" } },
        };
        request.Terms.Wage.Minor = 1_400_000;
        return request;
    }

    static Proto.ExtendContractRequest Longer(string contract, int version = 1) => new()
    {
        RequestId = Ask.NewId(), ContractId = contract, Version = version, EndsOn = Ask.Day(2029, 6, 30), SignedOn = Ask.Day(2026, 11, 22), Languages = { "lo", "th" },
    };

    async Task<Proto.GetContractResponse> Shown(Guid agency, string contract, Gms.Type.V1.Date? asOf = null) => await As(agency).GetContractAsync(new() { ContractId = contract, AsOf = asOf });

    [Fact]
    public async Task An_amendment_is_a_further_version_and_the_first_stays_as_it_was()
    {
        var (agency, _, contract) = await host.Contract();
        var first = (await Shown(agency, contract)).Versions[0];

        var amended = await As(agency).AmendContractAsync(Better(contract));

        Assert.Equal(("wage", false), (Assert.Single(amended.Differences).Field, amended.Differences[0].Worse));
        var shown = await Shown(agency, contract);
        Assert.Equal((2, amended.ContractHash), (shown.Contract.Version, shown.Contract.ContractHash));
        Assert.Equal(first, shown.Versions[0]);
        Assert.Equal((Proto.ContractVersionCause.Amended, 1_400_000L, "file 7"), (shown.Versions[1].Cause, shown.Versions[1].Terms.Wage.Minor, shown.Versions[1].Documents[0].Reference));
        Assert.Equal(["gms.recruitment.contract-registered:1", "gms.recruitment.contract-amended:1"], await host.Db(db => db.Outbox.Where(e => e.SubjectId == contract).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync()));
    }

    [Fact]
    public async Task An_amendment_of_a_version_that_is_not_the_latest_changes_nothing()
    {
        var (agency, _, contract) = await host.Contract();
        await As(agency).AmendContractAsync(Better(contract));

        Assert.Equal(["CONTRACT_VERSION_MOVED"], await Refused.Codes(StatusCode.Aborted, () => As(agency).AmendContractAsync(Better(contract))));
        Assert.Equal(["CONTRACT_UNCHANGED"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(agency).AmendContractAsync(Better(contract, 2))));
        Assert.Equal(2, (await Shown(agency, contract)).Versions.Count);
    }

    [Fact]
    public async Task A_term_that_is_worse_is_told_and_the_event_says_so()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var request = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        request.Terms.Wage.Minor = 1_500_000;
        var contract = (await As(agency).RegisterContractAsync(request)).ContractId;

        var amended = await As(agency).AmendContractAsync(Better(contract));    // less than promised, not less than the order

        Assert.True(Assert.Single(amended.Differences).Worse);
        Assert.Contains("\"worse\":true", await host.Db(db => db.Outbox.Where(e => e.SubjectId == contract && e.Name == "gms.recruitment.contract-amended:1").Select(e => e.Body).SingleAsync()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_extension_moves_the_end_and_meets_no_later_contract()
    {
        var (agency, _, employer, order) = await host.AttestedOrder();
        var first = Ask.Contract(WorkerNumber.New("LA"), agency, employer, order);
        var contract = (await As(agency).RegisterContractAsync(first)).ContractId;
        var next = first.Clone();
        (next.RequestId, next.StartsOn, next.EndsOn) = (Ask.NewId(), Ask.Day(2029, 7, 1), Ask.Day(2030, 6, 30));
        await As(agency).RegisterContractAsync(next);

        var far = Longer(contract);
        far.EndsOn = Ask.Day(2029, 7, 1);
        Assert.Equal(["CONTRACT_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(agency).ExtendContractAsync(far)));
        Assert.Equal(2, (await As(agency).ExtendContractAsync(Longer(contract))).Version);
        Assert.Equal(Ask.Day(2029, 6, 30), (await Shown(agency, contract)).Contract.EndsOn);
    }

    [Fact]
    public async Task A_contract_is_told_as_of_a_past_day()
    {
        var (agency, _, contract) = await host.Contract();
        await As(agency).AmendContractAsync(Better(contract));
        await As(agency).ExtendContractAsync(Longer(contract, 2));

        var before = await Shown(agency, contract, Ask.Day(2026, 11, 20));
        Assert.Equal((1, 1, Ask.Day(2028, 12, 9)), (before.Contract.Version, before.Versions.Count, before.Contract.EndsOn));
        var between = await Shown(agency, contract, Ask.Day(2026, 11, 21));
        Assert.Equal((2, Ask.Day(2028, 12, 9)), (between.Contract.Version, between.Contract.EndsOn));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(agency).GetContractAsync(new() { ContractId = contract, AsOf = Ask.Day(2026, 11, 19) })));

        await As(agency).EndContractAsync(new() { RequestId = Ask.NewId(), ContractId = contract, LastDay = Ask.Day(2027, 3, 31), Reason = Proto.ContractEnd.ByWorker });
        Assert.Equal(Proto.ContractStatus.Registered, (await Shown(agency, contract, Ask.Day(2027, 3, 31))).Contract.Status);
        Assert.Equal(Proto.ContractStatus.Ended, (await Shown(agency, contract, Ask.Day(2027, 4, 1))).Contract.Status);
    }

    [Fact]
    public async Task Worker_and_employer_sign_what_is_registered_each_once()
    {
        var (agency, worker, contract) = await host.Contract();
        var hash = (await Shown(agency, contract)).Contract.ContractHash;
        Proto.SignContractRequest Signs(Proto.ContractParty party, string signatory = "") => new()
        {
            RequestId = Ask.NewId(), ContractId = contract, Version = 1, ContractHash = hash, Party = party, Method = Proto.SigningMethod.Electronic, SignedOn = Ask.Day(2026, 11, 21), Signatory = signatory,
        };

        var own = host.Contracts(Who.TheWorker(worker), "own-record");
        Assert.Equal(["CONTRACT_SIGNED_FOR_OTHERS"], await Refused.Codes(StatusCode.FailedPrecondition, () => own.SignContractAsync(Signs(Proto.ContractParty.Employer, "x"))));
        await own.SignContractAsync(Signs(Proto.ContractParty.Worker));
        var signed = await As(agency).SignContractAsync(Signs(Proto.ContractParty.Employer, "นาย ตัวอย่าง"));

        Assert.Equal([Proto.ContractParty.Worker, Proto.ContractParty.Employer], signed.Signed);
        Assert.Equal(["CONTRACT_SIGNED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => As(agency).SignContractAsync(Signs(Proto.ContractParty.Worker))));
        var shown = (await own.GetContractAsync(new() { ContractId = contract })).Versions[0].Signatures;
        Assert.Equal([(Proto.ContractParty.Worker, "", hash), (Proto.ContractParty.Employer, "นาย ตัวอย่าง", hash)], shown.Select(s => (s.Party, s.Signatory, s.ContractHash)));
        Assert.All(await host.Db(db => db.Outbox.Where(e => e.SubjectId == contract).Select(e => e.Body).ToListAsync()), body => Assert.DoesNotContain("ตัวอย่าง", body, StringComparison.Ordinal));

        await As(agency).AmendContractAsync(Better(contract));
        Assert.Empty((await Shown(agency, contract)).Versions[1].Signatures);    // a further version is signed anew
    }

    [Fact]
    public async Task Another_agency_neither_amends_extends_transfers_nor_signs()
    {
        var (_, _, contract) = await host.Contract();
        var (other, _) = await host.LicensedAgency();
        var stranger = As(other);

        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => stranger.AmendContractAsync(Better(contract))));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => stranger.ExtendContractAsync(Longer(contract))));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => stranger.SignContractAsync(new()
        {
            RequestId = Ask.NewId(), ContractId = contract, Version = 1, ContractHash = Hash, Party = Proto.ContractParty.Worker, Method = Proto.SigningMethod.Ink, SignedOn = Ask.Day(2026, 11, 21),
        })));
        Assert.Equal(1, await host.Db(db => db.Set<Gms.Recruitment.Contracts.ContractVersion>().CountAsync(v => v.ContractId == Guid.Parse(contract))));
    }

    [Theory]
    [InlineData("xx", Hash, "documents[0].language")]
    [InlineData("lo", "ABC", "documents[0].sha256")]
    public async Task A_file_is_of_a_language_of_the_contract_and_has_a_hash(string language, string hash, string field)
    {
        var (agency, _, contract) = await host.Contract();
        var request = Better(contract);
        (request.Documents[0].Language, request.Documents[0].Sha256) = (language, hash);

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => As(agency).AmendContractAsync(request)));
    }
}

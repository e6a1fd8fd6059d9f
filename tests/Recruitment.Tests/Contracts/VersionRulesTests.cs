using Gms.Recruitment.Contracts;
using Gms.Recruitment.JobOrders;
using Xunit;

namespace Gms.Recruitment.Tests.Contracts;

public sealed class VersionRulesTests
{
    static AmendmentSurroundings Around(JobOrder? order = null, params Contract[] others) => new(order ?? A.JobOrder(), others, A.Reference.Standards, A.Today);

    static IEnumerable<string> Amended(ContractText text, Contract? contract = null) => VersionRules.ToAmend(contract ?? A.Contract(), A.Text(), text, Around()).Select(p => p.Code);

    static IEnumerable<string> Extended(ContractText text, params Contract[] others) => VersionRules.ToExtend(A.Contract(), A.Text(), text, Around(null, others)).Select(p => p.Code);

    [Fact]
    public void A_version_says_something_else_and_nothing_less_than_the_order()
    {
        Assert.Empty(Amended(A.Text(A.Terms(wage: 1_400_000))));
        Assert.Equal(["CONTRACT_UNCHANGED"], Amended(A.Text()));
        Assert.Equal(["CONTRACT_UNCHANGED"], Amended(A.Text(signed: A.Today)));
        Assert.Empty(Amended(A.Text() with { Languages = ["lo", "th", "en"] }));
        Assert.Equal(["CONTRACT_WAGE_BELOW_JOB_ORDER"], Amended(A.Text(A.Terms(wage: 1_299_999))));
        Assert.Equal(["CONTRACT_HOURS_ABOVE_JOB_ORDER"], Amended(A.Text(A.Terms(hours: 49))));
    }

    [Fact]
    public void Versions_are_signed_in_order_and_not_tomorrow()
    {
        Assert.Equal(["CONTRACT_SIGNED_BEFORE_LAST"], Amended(A.Text(A.Terms(hours: 40), signed: new(2026, 11, 19))));
        Assert.Empty(Amended(A.Text(A.Terms(hours: 40), signed: new(2026, 11, 20))));
        Assert.Equal(["CONTRACT_SIGNED_IN_FUTURE"], Amended(A.Text(A.Terms(hours: 40), signed: A.Today.AddDays(1))));
    }

    [Fact]
    public void What_has_ended_is_neither_amended_nor_signed()
    {
        var ended = A.Contract();
        ended.End(new(2027, 1, 1), ContractEnd.ByAgreement);
        Assert.Equal(["CONTRACT_ALREADY_ENDED"], Amended(A.Text(A.Terms(hours: 40)), ended));
        Assert.Equal(["CONTRACT_ALREADY_ENDED"], Signed(Signature(), ended));
    }

    [Fact]
    public void An_extension_ends_later_is_signed_within_the_term_and_meets_no_other_contract()
    {
        var end = A.Contract().EndsOn;
        Assert.Empty(Extended(A.Text(ends: end.AddDays(1))));
        Assert.Equal(["CONTRACT_EXTENSION_NOT_LATER", "CONTRACT_UNCHANGED"], Extended(A.Text(ends: end)));
        var next = A.Contract(A.Text(starts: end.AddDays(10), ends: end.AddDays(300)));
        Assert.Empty(Extended(A.Text(ends: end.AddDays(9)), next));
        Assert.Equal(["CONTRACT_OVERLAPS"], Extended(A.Text(ends: end.AddDays(10)), next));
        // The last day of the term is the last on which it is extended.
        Assert.Empty(VersionRules.ToExtend(A.Contract(), A.Text(), A.Text(ends: end.AddDays(99), signed: end), Around() with { Today = end.AddDays(5) }));
        Assert.Equal(
            ["CONTRACT_EXTENSION_TOO_LATE"],
            VersionRules.ToExtend(A.Contract(), A.Text(), A.Text(ends: end.AddDays(99), signed: end.AddDays(1)), Around() with { Today = end.AddDays(5) }).Select(p => p.Code));
    }

    [Fact]
    public void A_transfer_is_to_something_else_and_within_the_term()
    {
        static IEnumerable<string> To(DateOnly from, Guid? employer = null) =>
            VersionRules.ToTransfer(A.Contract(), new(Guid.Empty, A.Text(starts: from) with { EmployerId = employer ?? Guid.NewGuid() }, null, [])).Select(p => p.Code);

        var contract = A.Contract();
        Assert.Empty(To(contract.StartsOn));
        Assert.Empty(To(contract.EndsOn));
        Assert.Equal(["CONTRACT_TRANSFER_OUTSIDE_TERM"], To(contract.StartsOn.AddDays(-1)));
        Assert.Equal(["CONTRACT_TRANSFER_OUTSIDE_TERM"], To(contract.EndsOn.AddDays(1)));
        Assert.Equal(["CONTRACT_TRANSFER_TO_SAME"], To(contract.StartsOn, A.EmployerId));
    }

    static ContractSignature Signature(ContractParty party = ContractParty.Worker, SigningMethod method = SigningMethod.Ink, string? signatory = null, string? witness = null, string? hash = null, DateOnly? on = null) => new()
    {
        ContractId = Guid.Empty, Number = 1, Party = party, Method = method, SignedOn = on ?? A.Today, Signatory = signatory, Witness = witness, Hash = hash ?? A.Contract().TextHash, Organisation = "", RecordedAt = DateTimeOffset.UnixEpoch,
    };

    static IEnumerable<string> Signed(ContractSignature signature, Contract? contract = null, int version = 1, bool byWorker = false) => VersionRules.ToSign(contract ?? A.Contract(), signature, version, byWorker, A.Today).Select(p => p.Code);

    [Fact]
    public void What_is_signed_is_the_registered_text_of_the_latest_version_by_today()
    {
        Assert.Empty(Signed(Signature()));
        Assert.Equal(["CONTRACT_HASH_DIFFERS"], Signed(Signature(hash: new('0', 64))));
        Assert.Equal(["CONTRACT_VERSION_MOVED"], Signed(Signature(), version: 2));
        Assert.Equal(["CONTRACT_SIGNED_IN_FUTURE"], Signed(Signature(on: A.Today.AddDays(1))));
    }

    [Fact]
    public void Who_signs_says_by_whose_hand_and_a_thumbprint_was_seen()
    {
        Assert.Equal(["CONTRACT_SIGNATORY_MISSING"], Signed(Signature(ContractParty.Employer)));
        Assert.Empty(Signed(Signature(ContractParty.Employer, signatory: "x")));
        Assert.Equal(["CONTRACT_WITNESS_MISSING"], Signed(Signature(method: SigningMethod.Thumbprint)));
        Assert.Empty(Signed(Signature(method: SigningMethod.Thumbprint, witness: "x")));
        Assert.Equal(["CONTRACT_AGENCY_NOT_PARTY"], Signed(Signature(ContractParty.Agency, signatory: "x", hash: A.Contract(A.Text(direct: true)).TextHash), A.Contract(A.Text(direct: true))));
        Assert.Equal(["CONTRACT_SIGNED_FOR_OTHERS"], Signed(Signature(ContractParty.Employer, signatory: "x"), byWorker: true));
        Assert.Empty(Signed(Signature(), byWorker: true));
    }
}

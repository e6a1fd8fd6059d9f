using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Workers;
using Xunit;

namespace Gms.Registry.Tests.Workers;

public sealed class WorkerRulesTests
{
    [Fact]
    public void A_person_with_a_name_an_age_and_a_valid_document_is_enrolled() => Assert.Empty(Broken(A.Worker()));

    [Fact]
    public void Someone_who_is_fourteen_today_is_old_enough() => Assert.Empty(Broken(A.Worker(born: new(2012, 11, 22))));

    [Fact]
    public void Someone_who_is_fourteen_tomorrow_is_too_young() => Assert.Equal(["WORKER_TOO_YOUNG"], Broken(A.Worker(born: new(2012, 11, 23))));

    [Fact]
    public void A_birth_year_alone_is_read_in_the_person_s_favour() => Assert.Empty(Broken(A.Worker(born: new(2012, 0, 0))));

    [Fact]
    public void A_year_of_the_Buddhist_era_is_in_the_future() => Assert.Equal(["WORKER_BORN_IN_FUTURE"], Broken(A.Worker(born: new(2542, 7, 1))));

    [Fact]
    public void A_document_that_ends_today_is_valid() => Assert.Empty(Broken(A.Worker(), A.Sent(until: A.Today)));

    [Fact]
    public void Zawgyi_in_any_part_of_any_name_is_refused_with_its_field() => Assert.Equal(
        [("WORKER_NAME_ZAWGYI", "names[1].full"), ("WORKER_NAME_ZAWGYI", "names[1].given")],
        WorkerRules.ToBeOnRecord(A.Worker(names: ["Example", "ေအာင္"]), A.Today).Select(p => (p.Code, p.Field!)));

    [Fact]
    public void A_name_of_one_word_without_a_family_name_is_a_name() => Assert.Empty(WorkerRules.ToBeOnRecord(A.Worker(names: ["နု"]), A.Today));

    [Theory]
    [InlineData(null, false)]
    [InlineData("LA", true)]
    public void The_status_of_a_nationality_agrees_with_it(string? nationality, bool known)
    {
        Assert.Empty(WorkerRules.ToSay(A.Worker(nationality: nationality), null));
        Assert.Empty(WorkerRules.ToSay(A.Worker(nationality: nationality), known ? NationalityStatus.Known : NationalityStatus.Unknown));
        Assert.Equal(["WORKER_NATIONALITY_STATUS_DISAGREES"], WorkerRules.ToSay(A.Worker(nationality: nationality), known ? NationalityStatus.Unknown : NationalityStatus.Known).Select(p => p.Code));
        Assert.Equal(["WORKER_NATIONALITY_STATUS_DISAGREES"], WorkerRules.ToSay(A.Worker(nationality: nationality), NationalityStatus.Stateless).Select(p => p.Code));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_once() => Assert.Equal(
        ["WORKER_NEEDS_NAME", "WORKER_BORN_IN_FUTURE", "WORKER_STATELESS_WITH_NATIONALITY", "WORKER_DOCUMENT_EXPIRED"],
        Broken(A.Worker(born: new(2999, 0, 0), stateless: true, named: false), A.Sent(until: A.Today.AddDays(-1))));

    static IEnumerable<string> Broken(Worker worker, SentDocument? document = null) => WorkerRules.ToEnrol(worker, document ?? A.Sent(), A.Today).Select(p => p.Code);
}

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
    public void Every_broken_rule_is_told_at_once() => Assert.Equal(
        ["WORKER_NEEDS_NAME", "WORKER_BORN_IN_FUTURE", "WORKER_STATELESS_WITH_NATIONALITY", "WORKER_DOCUMENT_EXPIRED"],
        Broken(A.Worker(born: new(2999, 0, 0), stateless: true, named: false), A.Sent(until: A.Today.AddDays(-1))));

    static IEnumerable<string> Broken(Worker worker, SentDocument? document = null) => WorkerRules.ToEnrol(worker, document ?? A.Sent(), A.Today).Select(p => p.Code);
}

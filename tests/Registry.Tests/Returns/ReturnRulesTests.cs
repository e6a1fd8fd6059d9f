using Gms.Registry.Returns;
using Xunit;

namespace Gms.Registry.Tests.Returns;

public sealed class ReturnRulesTests
{
    const string Worker = "LA-7KQ2-M9XD-R";
    static readonly Guid Departure = Guid.Parse("019a0000-0000-7000-8000-0000000000d1");

    static WorkerReturn Back(DateOnly? day = null, string from = "TH", Guid? departure = null) =>
        new() { WorkerNumber = Worker, Country = "LA", ComeFrom = from, Reason = "END_CONTRACT", ReturnedOn = day ?? A.Today, DepartureId = departure };

    static IEnumerable<string> Broken(WorkerReturn back, Stay? stay = null) => ReturnRules.ToRecord(back, stay, A.OnRecord(Worker, "TH-0000-0000-0"), A.Today).Select(p => p.Code);

    [Fact]
    public void A_return_today_is_recorded() => Assert.Empty(Broken(Back()));

    [Fact]
    public void A_return_tomorrow_is_not() => Assert.Equal(["RETURN_IN_FUTURE"], Broken(Back(A.Today.AddDays(1))));

    [Fact]
    public void A_return_before_birth_is_another_person_s() => Assert.Equal(["RETURN_BEFORE_BIRTH"], Broken(Back(new(1999, 6, 30))));

    [Fact]
    public void A_return_on_the_day_of_arrival_is_recorded() => Assert.Empty(Broken(Back(departure: Departure), new(Worker, A.Today)));

    [Fact]
    public void A_departure_under_another_number_of_the_worker_is_the_worker_s() => Assert.Empty(Broken(Back(departure: Departure), new("TH-0000-0000-0", A.Today)));

    [Fact]
    public void A_return_before_the_arrival_is_not() => Assert.Equal(["RETURN_BEFORE_ARRIVAL"], Broken(Back(departure: Departure), new(Worker, A.Today.AddDays(1))));

    [Fact]
    public void A_departure_of_another_and_one_that_is_not_there_are_not_told_apart()
    {
        Assert.Equal(["RETURN_DEPARTURE_UNKNOWN"], Broken(Back(departure: Departure), new("KH-7KQ2-M9XD-R", null)));
        Assert.Equal(["RETURN_DEPARTURE_UNKNOWN"], Broken(Back(departure: Departure)));
    }

    [Fact]
    public void Every_broken_rule_is_told_at_once() => Assert.Equal(["RETURN_WITHIN_COUNTRY", "RETURN_IN_FUTURE"], Broken(Back(A.Today.AddDays(1), "LA")));
}

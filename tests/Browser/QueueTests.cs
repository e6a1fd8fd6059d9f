using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Type.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>The queue of departures that wait, as two officers of a ministry work through it: with the keyboard where that is how people work.</summary>
public sealed class QueueTests(WholeSystem whole, Chromium chromium)
{
    [MainTask(MainTaskAttribute.Ministry)]
    [Theory]
    [InlineData("en")]
    [InlineData("km")]
    public async Task An_officer_takes_a_departure_decides_it_and_a_colleague_sees_whose_it_was(string code)
    {
        var cancel = TestContext.Current.CancellationToken;
        var departure = await Held(cancel);
        var officer = await Person.At(whole, chromium, Language.Find(code)!);
        var reads = officer.Reads;
        await officer.SignIn(Account.Ministry("KH"));

        await officer.Page.GetByRole(AriaRole.Link, new() { Name = reads["nav.departures"] }).ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Heading, new() { Name = reads["queue.heading"] })).ToBeVisibleAsync();
        await officer.Picture("queue");
        await officer.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = departure.WorkerNumber }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(officer.Page.Locator(".checks")).ToContainTextAsync(reads["outcome.Unknown"]);
        if (code != "en")    // the service's own sentence stands folded beside it
            await Expect(officer.Page.Locator(".checks")).ToContainTextAsync(reads["check.CHANNEL_OPEN.Unknown"]);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = reads["departure.claim"] }).ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = reads["departure.release"] })).ToBeVisibleAsync();
        await officer.Picture("departure");

        await ColleagueMayNotDecide(departure);

        await officer.Page.GetByLabel(reads["departure.reason"], new() { Exact = true }).FillAsync("<script>alert(1)</script> seen");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = reads["departure.clear"] }).PressAsync("Enter");
        await Expect(officer.Page.Locator("dl")).ToContainTextAsync(reads["departure.status.Cleared"]);
        await Expect(officer.Page.Locator("dl")).ToContainTextAsync("<script>alert(1)</script> seen");
        await Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = reads["departure.clear"] })).ToHaveCountAsync(0);
    }

    /// <summary>Who opened the page before sends a form that is too old.</summary>
    [Fact]
    public async Task A_stale_page_says_what_happened()
    {
        var departure = await Held(TestContext.Current.CancellationToken);
        var (one, other) = (await Person.At(whole, chromium, Language.English), await Person.At(whole, chromium, Language.English));
        await one.ComeIn(Account.Ministry("KH"));
        await other.ComeIn(Account.SecondOfficer("KH"));
        await one.Open($"/departures/{departure.DepartureId}");
        await other.Open($"/departures/{departure.DepartureId}");

        await other.Page.GetByRole(AriaRole.Button, new() { Name = other.Reads["departure.claim"] }).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = other.Reads["departure.release"] })).ToBeVisibleAsync();
        await one.Page.GetByLabel(one.Reads["departure.reason"], new() { Exact = true }).FillAsync("Seen and compared.");
        await one.Page.GetByRole(AriaRole.Button, new() { Name = one.Reads["departure.clear"] }).ClickAsync();

        await Expect(one.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("looks at this departure already");
        await Expect(one.Page.Locator("dl")).ToContainTextAsync(one.Reads["departure.status.Held"]);
    }

    [Fact]
    public async Task Another_office_s_departure_is_not_there()
    {
        var departure = await Held(TestContext.Current.CancellationToken);
        var lao = await Person.At(whole, chromium, Language.English);
        await lao.ComeIn(Account.Ministry("LA"));

        await lao.Open($"/departures/{departure.DepartureId}");

        await Expect(lao.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no such departure");
        await Expect(lao.Page.Locator("main")).Not.ToContainTextAsync(departure.WorkerNumber);
    }

    async Task ColleagueMayNotDecide(Departure departure)
    {
        var colleague = await Person.At(whole, chromium, Language.English);
        await colleague.ComeIn(Account.SecondOfficer("KH"));
        await colleague.Open($"/departures/{departure.DepartureId}");
        await Expect(colleague.Page.GetByRole(AriaRole.Heading, new() { Name = colleague.Reads["departure.decide"] })).ToBeVisibleAsync();
        await Expect(colleague.Page.GetByRole(AriaRole.Button, new() { Name = colleague.Reads["departure.clear"] })).ToHaveCountAsync(0);
        await Expect(colleague.Page.GetByRole(AriaRole.Button, new() { Name = colleague.Reads["departure.release"] })).ToBeVisibleAsync();
    }

    /// <summary>How the border stands today is not sure: an officer decides.</summary>
    async Task<Departure> Held(CancellationToken cancel)
    {
        var officer = Account.Ministry("KH");
        var worker = (await new Workers.WorkersClient(whole.Offices.To("Registry", officer, "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "KH",
            Names = { new PersonName { Full = $"Queue {Given.Word()}" } },
            BirthDate = new() { Year = 1990, Month = 4, Day = 2 },
            Sex = Sex.Male,
            Nationality = "KH",
            Document = new() { Kind = "BORDER_PASS", Issuer = "KH", Number = "Q" + Given.NewId()[..7], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;
        var planned = DateTimeOffset.UtcNow.AddDays(30);
        var departure = (await new Departures.DeparturesClient(whole.Offices.To("Registry", officer, "departure-clearance")).RegisterDepartureAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            Channel = "BORDER_S64",
            Origin = "KH",
            Destination = "TH",
            PlannedOn = new() { Year = planned.Year, Month = planned.Month, Day = planned.Day },
            EmploymentType = "AGRICULTURAL_SEASONAL",
        }, cancellationToken: cancel)).Departure;
        Assert.Equal((DepartureStatus.Held, 0), (departure.Status, departure.MissingParts.Count));
        return departure;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Gms.Browser;

/// <summary>No page makes one call per row: with more rows it takes as many calls as before.</summary>
[Collection(nameof(Alone))]    // what others add would be rows too
public sealed partial class CallsTests(WholeSystem whole, Chromium chromium)
{
    const int More = 5;

    /// <summary>No list shows more at once, with its head.</summary>
    const int Full = 51;

    readonly Arranged _arranged = new(whole, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Ministry_officers_queue()
    {
        await _arranged.Departure("KH");
        var officer = await At(Account.Ministry("KH"));

        await Same(officer, Address(officer, "/departures"), "<tr", More, () => _arranged.Departure("KH"));
    }

    [Fact]
    public async Task A_counsellor_s_cases()
    {
        await _arranged.Case();
        var counsellor = await At(Account.Counsellor("KH"));

        await Same(counsellor, Address(counsellor, "/cases"), "<tr", More, () => _arranged.Case());
    }

    [Fact]
    public async Task An_agency_s_complaints()
    {
        await _arranged.Complaint();
        var agency = await At(Account.Agency("LA"));

        await Same(agency, Address(agency, "/agency/complaints"), "class=\"case\"", 4, () => _arranged.Complaint());
    }

    /// <summary>Each departure tells its reasons only when asked: the page asks for those of one.</summary>
    [Fact]
    public async Task A_journey_with_several_departures()
    {
        var first = await _arranged.Departure("KH");
        var officer = await At(Account.Ministry("KH"));
        await officer.Open("/workers");
        await officer.Page.Locator("#number").FillAsync(first.WorkerNumber);
        await officer.Page.Locator("main form button").First.ClickAsync();
        await officer.Page.Locator(".timeline .reasons").WaitForAsync();

        await Same(officer, officer.Page.Url, "<time", 2, () => Again(first));
    }

    async Task<Person> At(string account)
    {
        var person = await Person.At(whole, chromium, Language.English);
        await person.SignIn(account);
        return person;
    }

    /// <param name="person">Who looks.</param>
    /// <param name="address">At what.</param>
    /// <param name="row">What each row begins with.</param>
    /// <param name="more">How many rows are added.</param>
    /// <param name="add">Adds one.</param>
    static async Task Same(Person person, string address, string row, int more, Func<Task> add)
    {
        var (calls, rows) = await Look(person, address, row);
        for (var i = 0; i < more; i++)
            await add();
        var wanted = Math.Min(rows + more, Full);
        var (callsWithMore, moreRows) = await Eventually.Becomes(() => Look(person, address, row), seen => seen.Rows >= wanted);

        Assert.True(moreRows >= wanted, $"{rows} rows became {moreRows}.");
        Assert.InRange(calls, 1, 5);
        Assert.Equal(calls, callsWithMore);
    }

    static async Task<(int Calls, int Rows)> Look(Person person, string address, string row)
    {
        var answer = await person.Page.APIRequest.GetAsync(address);
        Assert.Equal(200, answer.Status);
        return (int.Parse(Calls().Match(answer.Headers["server-timing"]).Groups[1].Value, CultureInfo.InvariantCulture), Regex.Count(await answer.TextAsync(), Regex.Escape(row)));
    }

    Task<Departure> Again(Departure first) => new Departures.DeparturesClient(whole.Offices.To("Registry", Account.Ministry("KH"), "departure-clearance")).RegisterDepartureAsync(new()
    {
        RequestId = Given.NewId(),
        WorkerNumber = first.WorkerNumber,
        Channel = first.Channel,
        Origin = first.Origin,
        Destination = first.Destination,
        PlannedOn = Arranged.Day(60),
        EmploymentType = first.EmploymentType,
    }, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync.ContinueWith(r => r.Result.Departure, TaskScheduler.Default);

    static string Address(Person person, string path) => new Uri(new Uri(person.Page.Url), path).ToString();

    [GeneratedRegex("calls;desc=\"([0-9]+)\"")]
    private static partial Regex Calls();
}

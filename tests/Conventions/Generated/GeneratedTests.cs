using Xunit;

namespace Gms.Conventions.Generated;

/// <summary>The pages that are written from the source say what the source says.</summary>
public sealed class GeneratedTests
{
    [Fact]
    public void The_page_of_calls_is_up_to_date() => Kept("docs/calls.md", CallsPage.Text());

    [Fact]
    public void The_page_of_events_is_up_to_date() => Kept("docs/events.md", EventsPage.Text());

    [Fact]
    public void The_document_of_events_for_machines_is_up_to_date() => Kept("docs/asyncapi.json", GeneratedFile.Json(AsyncApi.Document()));

    [Fact]
    public void A_call_publishes_only_events_that_exist() => Broken.None(
        from service in Served.All
        from call in service.Calls
        from name in CallsPage.Publishes(call)
        where Happening.All.All(h => h.Address != name)
        select $"{call.FullName}: {name}",
        "The comment of a call names an event that services/Events does not have:");

    static void Kept(string path, string text)
    {
        var faults = new List<string>();
        GeneratedFile.Keep(path, text, faults);
        Broken.None(faults, "Generated from the source:");
    }
}

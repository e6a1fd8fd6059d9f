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

    [Fact]
    public void A_call_names_every_event_that_it_publishes_in_full() => Broken.None(
        from service in Served.All
        from call in service.Calls
        from happening in Happening.All
        let last = happening.Address[(happening.Address.LastIndexOf('.') + 1)..]
        where CallsPage.PublishesBeside(call).Contains(last, StringComparison.Ordinal)
        select $"{call.FullName}: {last}, in full {happening.Address}",
        "The page of calls and its readers know an event by its whole name; this comment shortens it:");

    [Fact]
    public void A_call_that_publishes_says_so() => Broken.None(
        from service in Served.All
        from call in service.Calls
        let file = $"services/{service.Name}/{call.Service.Name}/{call.Name}.cs"
        where Checkout.Has(file) && Checkout.Read(file).Contains("db.Publish(", StringComparison.Ordinal) && !CallsPage.Publishes(call).Any()
        select $"{call.FullName}: {file}",
        "The call publishes an event and its comment names none:");

    static void Kept(string path, string text)
    {
        var faults = new List<string>();
        GeneratedFile.Keep(path, text, faults);
        Broken.None(faults, "Generated from the source:");
    }
}

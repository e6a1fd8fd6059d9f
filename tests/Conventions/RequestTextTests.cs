using Xunit;

namespace Gms.Conventions;

/// <summary>A request's text is used only through the reader that refuses what is damaged, hidden or too long, and names the field.</summary>
public sealed class RequestTextTests
{
    /// <summary>Texts that are used as they came, and why.</summary>
    static readonly Dictionary<string, string> AsTheyCame = new()
    {
        ["Gms.Access.V1.ChangePasswordRequest.CurrentPassword"] = "A password is what was typed, blanks and all.",
        ["Gms.Access.V1.ChangePasswordRequest.NewPassword"] = "A password is what was typed, blanks and all.",
        ["Gms.Registry.V1.ReadMachineReadableZoneRequest.Text"] = "A scanner's line breaks and direction marks are read kindly; every other character that no zone has is refused.",
        ["Gms.Disclosures.V1.ListRecordedRequest.Before"] = "A position is only parsed into a time and an id.",
        ["Gms.Exports.V1.ExportRequest.After"] = "A position is only parsed into an id and what tells rows of one id apart.",
        ["Gms.Events.V1.ReplayRequest.After"] = "A position is only parsed into two numbers.",
    };

    [Fact]
    public void No_text_of_a_request_is_used_without_its_reader() => Broken.None(
        Served.All.Select(s => s.Name).Append("Platform")
            .SelectMany(service => RequestText.In(service, Checkout.Files(".cs", "services/" + service).Select(file => (file, Checkout.Read(file)))))
            .Where(use => use.File != "services/Platform/Calls/Read.cs" && !AsTheyCame.ContainsKey(use.Field))
            .Select(use => use.ToString()),
        "Read.Text(request.X, \"x\") and its like refuse damaged text and name the field; used without:");

    [Theory]
    [InlineData("var n = Read.Text(request.Province, \"province\");", 0)]
    [InlineData("var n = request.Province.Length == 0 ? null : Read.OptionalText(request.Province, \"province\");", 0)]
    [InlineData("foreach (var n in request.Names) Read.Text(n.Full, \"names\");", 0)]
    [InlineData("var id = request.RequestId;", 0)]
    [InlineData("Find(request.Province); string Find(string text) => Read.Text(text, \"province\");", 0)]
    [InlineData("Find(request.Province); string Find(string text) => text + \"!\";", 1)]
    [InlineData("request.Province = \"LA-SV\";", 0)]
    [InlineData("var n = request.Province;", 1)]
    [InlineData("var n = request.Province.Trim();", 1)]
    [InlineData("Console.WriteLine(request.Document.Number);", 1)]
    [InlineData("var n = request.Names.Select(n => n.Full).ToList();", 1)]
    [InlineData("if (request is { Province: var p }) Console.WriteLine(p);", 1)]
    public void The_check_itself_sees_what_it_should(string code, int found) => Assert.Equal(found, RequestText.In("Nowhere",
    [
        ("Sample.cs", $$"""
            using Gms.Platform;
            using Gms.Registry.V1;
            class Sample { void Use(EnrolWorkerRequest request) { {{code}} } }
            """),
    ]).Count());
}

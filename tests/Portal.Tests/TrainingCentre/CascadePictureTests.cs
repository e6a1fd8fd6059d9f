using System.Xml.Linq;
using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;
using Gms.Portal.TrainingCentre;
using Xunit;

namespace Gms.Portal.Tests.TrainingCentre;

public sealed class CascadePictureTests
{
    static readonly Texts English = Texts.In(Language.English);

    [Fact]
    public void A_name_is_a_text_and_never_a_tag()
    {
        var picture = Of(Node("<script>alert(1)</script>"));

        Assert.DoesNotContain("<script", picture, StringComparison.Ordinal);
        Assert.Contains(XElement.Parse(picture).Descendants(), e => e.Name.LocalName == "title" && e.Value.StartsWith("<script>", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_withdrawn_is_said_in_words_and_drawn_otherwise()
    {
        var node = Node("Trainer");
        node.WithdrawnFrom = new() { Year = 2026, Month = 11, Day = 3 };

        var box = XElement.Parse(Of(node)).Elements().Single(e => e.Name.LocalName == "g");

        Assert.Contains("withdrawn", (string)box.Attribute("class")!, StringComparison.Ordinal);
        Assert.Contains(box.Elements(), e => e.Name.LocalName == "text" && e.Value == "withdrawn from 3 Nov 2026");
    }

    [Fact]
    public void A_long_name_is_cut_between_signs()
    {
        var name = string.Concat(Enumerable.Repeat("ກິ່", 40));

        var shown = XElement.Parse(Of(Node(name))).Descendants().First(e => (string?)e.Attribute("class") == "name").Value;

        Assert.EndsWith("ກິ່…", shown, StringComparison.Ordinal);
    }

    static string Of(CascadeNode node) => CascadePicture.Of(CascadeTree.Of([node], []), English, "Tree");

    static CascadeNode Node(string name) => new() { CertificationId = "one", DisplayName = name, Level = TrainerLevel.Trainer, ValidFrom = new() { Year = 2026, Month = 1, Day = 1 }, ValidUntil = new() { Year = 2027, Month = 1, Day = 1 } };
}

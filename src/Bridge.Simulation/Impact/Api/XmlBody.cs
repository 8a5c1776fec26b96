using System.Text;
using System.Text.Json;
using System.Xml;

namespace Bridge.Simulation.Impact.Api;

/// <summary>The XML that a caller gets who does not ask for JSON: paging values are attributes, array elements repeat.</summary>
internal static class XmlBody
{
    public static byte[] From(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("ImpactRadiusResponse");
            Content(xml, document.RootElement, "Item");
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Content(XmlWriter xml, JsonElement element, string itemName)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var attribute in element.EnumerateObject().Where(property => property.Name.StartsWith('@')))
                    xml.WriteAttributeString(attribute.Name[1..], attribute.Value.ToString());
                foreach (var property in element.EnumerateObject().Where(property => !property.Name.StartsWith('@')))
                    Child(xml, property.Name, property.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Child(xml, itemName, item);
                break;
            default:
                xml.WriteString(element.ToString());
                break;
        }
    }

    private static void Child(XmlWriter xml, string name, JsonElement value)
    {
        xml.WriteStartElement(XmlConvert.EncodeLocalName(name));
        Content(xml, value, name.EndsWith('s') ? name[..^1] : name);
        xml.WriteEndElement();
    }
}
